import { type Code, code } from '../../emit/index.js'
import type { PatternProperty, Schema } from '../../model/types.js'
import { acceptsAll } from './analysis.js'
import { anyOf, not } from './logic.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** What is demanded of each key or value of an object. */
export interface EntryRule {
  readonly keyword: 'propertyNames' | 'patternProperties' | 'additionalProperties'
  /** Of `patternProperties`. */
  readonly pattern?: PatternProperty['pattern']
  /** The keys that the rule is for, as a condition and its opposite; absent if it is for all. */
  readonly only?: { readonly when: Code; readonly unless: Code }
  readonly subject: Subject
}

/** Whether an object may have the properties that the schema names and no others. */
export function isClosed(schema: Schema): boolean {
  return (
    schema.additionalProperties?.boolean === false &&
    schema.patternProperties === undefined &&
    schema.propertyNames === undefined
  )
}

/** The names of the properties that the schema describes, as a constant. */
export function propertyNames({ schema, name }: Subject, scope: Scope): Code {
  return scope.properties(
    (schema.properties ?? []).map((property) => property.name),
    name,
  )
}

/** The rules for the entries of an object, as conditions on the variables `key` and `item`. */
export function entryRules(subject: Subject, scope: Scope, key: Code, item: Code): EntryRule[] {
  const { schema, name } = subject
  const { propertyNames: keys, additionalProperties: others } = schema
  const rules: EntryRule[] = [
    ...(keys === undefined
      ? []
      : [{ keyword: 'propertyNames' as const, subject: { schema: keys, value: key, name: `${name}Key` } }]),
    ...patternRules(subject, scope, key, item),
    ...(others === undefined || acceptsAll(others) ? [] : [otherRule(subject, others, scope, key, item)]),
  ]
  return rules.filter((rule) => !acceptsAll(rule.subject.schema))
}

function patternRules({ schema, name }: Subject, scope: Scope, key: Code, item: Code): EntryRule[] {
  return (schema.patternProperties ?? []).flatMap(({ pattern, schema: property }, index) => {
    if (acceptsAll(property)) return []
    const matches = matchesPattern(name, pattern, index, scope, key)
    const subject = { schema: property, value: item, name: `${name}Match${index + 1}` }
    return [{ keyword: 'patternProperties', pattern, only: { when: matches, unless: not(matches) }, subject }]
  })
}

/** The rule of `additionalProperties`, for keys that neither `properties` nor `patternProperties` speak of. */
function otherRule(owner: Subject, others: Schema, scope: Scope, key: Code, item: Code): EntryRule {
  const { schema, name } = owner
  const claimed = [
    ...(schema.properties === undefined ? [] : [code`${propertyNames(owner, scope)}.has(${key})`]),
    ...(schema.patternProperties ?? []).map(({ pattern }, index) =>
      matchesPattern(name, pattern, index, scope, key),
    ),
  ]
  const subject = { schema: others, value: item, name: `${name}Value` }
  if (claimed.length === 0) return { keyword: 'additionalProperties', subject }
  return {
    keyword: 'additionalProperties',
    only: { when: not(anyOf(claimed)), unless: anyOf(claimed) },
    subject,
  }
}

function matchesPattern(
  name: string,
  pattern: PatternProperty['pattern'],
  index: number,
  scope: Scope,
  key: Code,
): Code {
  return code`${scope.pattern(pattern, `${name}Key${index + 1}`)}.test(${key})`
}
