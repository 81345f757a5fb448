import type { Schema } from '../../model/types.js'
import type { Resolve } from './analysis.js'
import { pascalCase } from './naming.js'
import type { Subject } from './subject.js'

/** What has to hold of a value for a subschema of a composition to apply to it. */
export type Guard =
  | { readonly kind: 'valid' | 'invalid'; readonly subject: Subject }
  | { readonly kind: 'present'; readonly property: string }

/** A schema that applies to a value in place if all guards hold. */
export interface Applied {
  readonly subject: Subject
  readonly guards: readonly Guard[]
}

/**
 * The subject's schema, and every other that applies to the same value with it and whose annotations it sees (JSON Schema Core
 * 7.7.1.1): none by way of `not`.
 */
export function appliedInPlace(from: Applied, resolve: Resolve): Applied[] {
  const { subject, guards } = from
  return [
    from,
    ...directly(subject, resolve).flatMap(({ subject: inner, guards: more }) =>
      appliedInPlace({ subject: inner, guards: [...guards, ...more] }, resolve),
    ),
  ]
}

function directly(subject: Subject, resolve: Resolve): Applied[] {
  const { allOf = [], anyOf = [], oneOf = [], dependentSchemas = [], ref } = subject.schema
  const part = (schema: Schema, suffix: string): Subject => ({
    ...subject,
    schema,
    name: subject.name + suffix,
  })
  return [
    ...allOf.map((it, index) => ({ subject: part(it, `Part${index + 1}`), guards: [] })),
    ...anyOf.map((it, index) => ifValid(part(it, `Option${index + 1}`))),
    ...oneOf.map((it, index) => ifValid(part(it, `Option${index + 1}`))),
    ...conditionally(subject.schema, part),
    ...dependentSchemas.map(({ name, schema }): Applied => ({
      subject: part(schema, `With${pascalCase(name)}`),
      guards: [{ kind: 'present', property: name }],
    })),
    ...(ref === undefined
      ? []
      : [{ subject: { ...subject, schema: resolve(ref.name), name: ref.name }, guards: [] }]),
  ]
}

function ifValid(subject: Subject): Applied {
  return { subject, guards: [{ kind: 'valid', subject }] }
}

/** `if`, `then` and `else`. */
function conditionally(schema: Schema, part: (schema: Schema, suffix: string) => Subject): Applied[] {
  if (schema.if === undefined) return []
  const condition = part(schema.if, 'Condition')
  const then = schema.then && part(schema.then, 'Then')
  const otherwise = schema.else && part(schema.else, 'Else')
  const valid: Guard = { kind: 'valid', subject: condition }
  return [
    { subject: condition, guards: [valid] },
    ...(then === undefined ? [] : [{ subject: then, guards: [valid] }]),
    ...(otherwise === undefined
      ? []
      : [{ subject: otherwise, guards: [{ kind: 'invalid' as const, subject: condition }] }]),
  ]
}
