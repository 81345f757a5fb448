import { type Code, code, join, literal, local } from '../../../emit/index.js'
import type { Decisions } from '../decisions.js'
import { entryRules, isClosed } from '../entries.js'
import { evaluatesProperty } from '../evaluated.js'
import { allOf, anyOf, isTrue, not } from '../logic.js'
import type { ReadProperties } from '../properties.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import { inner, type Subject } from '../subject.js'
import { dependentConditions } from './composition.js'
import { condition } from './condition.js'
import { ownConditions } from './properties.js'
import { must, run, type Step } from './steps.js'
import { asObject } from './type.js'

/** What is checked of a value that is known to be an object, its properties in variables. */
export function objectSteps(subject: Subject, properties: ReadProperties, scope: Scope): Step[] {
  return [
    ...ownConditions(subject, properties.variable, scope).map(must),
    ...dependentConditions(subject, properties.variable, scope).map(must),
    ...entrySteps(subject, properties, scope),
  ]
}

const [key, item] = [local('key'), local('item')]

/** `propertyNames`, `patternProperties` and `additionalProperties`. */
function entrySteps(subject: Subject, { variable }: ReadProperties, scope: Scope): Step[] {
  const { value, schema } = subject
  if (isClosed(schema)) return [must(closedCondition(subject, variable))]
  const rules = entryRules(subject, scope, key, item)
  if (rules.length === 0) return []
  const conditions = rules.map(({ only, subject: entry }) => {
    const valid = condition(entry, scope)
    return only === undefined ? valid : anyOf([only.unless, valid])
  })
  return [entryLoop(value, [code`if (${item} !== undefined && ${not(allOf(conditions))}) return false`])]
}

/** Whether an object has no other properties: it has as many as it has of those that it may have, which are in variables. */
function closedCondition({ schema, value }: Subject, variable: ReadProperties['variable']): Code {
  const possible = (schema.properties ?? []).filter((property) => property.schema.boolean !== false)
  const optional = possible.filter(({ name }) => schema.required?.includes(name) !== true)
  const least = possible.length - optional.length
  const present = optional.map(({ name }) => code`Number(${variable(name)} !== undefined)`)
  const count = least === 0 && present.length > 0 ? present : [literal(least), ...present]
  return code`${helper('types', 'hasSoMany')}(${value}, ${join(count, ' + ')})`
}

/** `unevaluatedProperties`; what of the composition decides what is evaluated is added to `decisions`. */
export function unevaluatedPropertiesSteps(subject: Subject, decisions: Decisions, scope: Scope): Step[] {
  const { schema, value, name } = subject
  const evaluated = evaluatesProperty(subject, decisions, scope, key)
  const valid = condition(inner(subject, schema.unevaluatedProperties!, item, `${name}Unevaluated`), scope)
  const holds = anyOf([evaluated, valid])
  if (isTrue(holds)) return []
  const fails = allOf([code`${item} !== undefined`, not(holds)])
  return [entryLoop(value, [code`if (${fails}) return false`])]
}

function entryLoop(value: Code, statements: readonly Code[]): Step {
  return run(code`
    for (const ${key} in ${value}) {
      const ${item} = (${asObject(value)})[${key}]
      ${statements}
    }
  `)
}
