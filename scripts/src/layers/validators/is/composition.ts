import { type Code, code } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { acceptsAll, assertionsOf } from '../analysis.js'
import { isInline } from '../inline.js'
import { allOf, anyOf, not } from '../logic.js'
import { pascalCase } from '../naming.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { calledCondition } from './called.js'
import { choiceCondition } from './choice.js'
import { condition } from './condition.js'
import { ownConditions } from './properties.js'

/** The conditions of `allOf`, `anyOf`, `oneOf`, `not`, `if` and `$ref`. */
export function compositionConditions(subject: Subject, scope: Scope): Code[] {
  const { schema, name } = subject
  const [, ...others] = assertionsOf(schema)
  // Where nothing else was asked of the value, nothing is known of it that a comparison could contradict.
  const isAlone = others.length === 0 && subject.variable === undefined && subject.decided === undefined
  const print = (part: Subject): Code =>
    isAlone ? condition(part, scope) : partCondition(part, schema, scope)
  return [
    ...(schema.ref === undefined ? [] : [scope.isNamed(schema.ref.name, subject)]),
    ...(schema.allOf ?? []).flatMap((part, index) =>
      acceptsAll(part) ? [] : [print({ ...subject, schema: part, name: `${name}Part${index + 1}` })],
    ),
    ...choices(subject, scope, print),
    ...(schema.not === undefined
      ? []
      : [not(print({ ...subject, schema: schema.not, name: `${name}Exclusion` }))]),
    ...conditional(subject, print),
  ]
}

function choices(subject: Subject, scope: Scope, print: (part: Subject) => Code): Code[] {
  const { schema } = subject
  return (['anyOf', 'oneOf'] as const).flatMap((keyword) => {
    const alternatives = schema[keyword]
    if (alternatives === undefined || (keyword === 'anyOf' && alternatives.some(acceptsAll))) return []
    return [choiceCondition(keyword, subject, scope, print)]
  })
}

/** `if`, `then` and `else`. */
function conditional(subject: Subject, print: (part: Subject) => Code): Code[] {
  const { schema, name } = subject
  if (schema.if === undefined) return []
  const isMet = print({ ...subject, schema: schema.if, name: `${name}Condition` })
  const branch = (part: Schema | undefined, suffix: string) =>
    part === undefined || acceptsAll(part)
      ? undefined
      : print({ ...subject, schema: part, name: `${name}${suffix}` })
  const [then, otherwise] = [branch(schema.then, 'Then'), branch(schema.else, 'Else')]
  if (then === undefined) return otherwise === undefined ? [] : [anyOf([isMet, otherwise])]
  if (otherwise === undefined) return [anyOf([not(isMet), then])]
  return [code`(${isMet} ? ${then} : ${otherwise})`]
}

/** The condition of a part: in a variable already, or comparisons of properties that are in variables, or else a call. */
export function partCondition(part: Subject, owner: Schema, scope: Scope): Code {
  const decided = part.decided?.get(part.schema)
  if (decided !== undefined) return decided
  const isOnVariables =
    part.variable !== undefined && part.schema.boolean === undefined && isInline(part.schema, owner)
  if (isOnVariables) {
    return allOf([...ownConditions(part, part.variable!, scope), ...compositionConditions(part, scope)])
  }
  return calledCondition(part, scope)
}

/** The conditions of `dependentSchemas`, for properties in variables. */
export function dependentConditions(
  subject: Subject,
  variable: (name: string) => Code,
  scope: Scope,
): Code[] {
  const { schema, name } = subject
  return (schema.dependentSchemas ?? []).flatMap(({ name: property, schema: part }) => {
    if (acceptsAll(part)) return []
    const isValid = partCondition(
      { ...subject, variable, schema: part, name: `${name}With${pascalCase(property)}` },
      schema,
      scope,
    )
    return [anyOf([code`${variable(property)} === undefined`, isValid])]
  })
}
