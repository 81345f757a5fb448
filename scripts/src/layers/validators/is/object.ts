import { type Code, code, literal, local } from '../../../emit/index.js'
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

/** What is checked of a value that is known to be an object, its properties in variables. */
export function objectSteps(subject: Subject, properties: ReadProperties, scope: Scope): Step[] {
  return [
    ...ownConditions(subject, properties.variable, scope).map(must),
    ...dependentConditions(subject, properties.variable, scope).map(must),
    ...entrySteps(subject, scope),
  ]
}

const [key, item] = [local('key'), local('item')]

/** `propertyNames`, `patternProperties` and `additionalProperties`. */
function entrySteps(subject: Subject, scope: Scope): Step[] {
  const { value, schema } = subject
  if (isClosed(schema)) return [must(closedCondition(subject, scope))]
  const rules = entryRules(subject, scope, key, item)
  if (rules.length === 0) return []
  const conditions = rules.map(({ only, subject: entry }) => {
    const valid = condition(entry, scope)
    return only === undefined ? valid : anyOf([only.unless, valid])
  })
  return [entryLoop(value, [code`if (${item} !== undefined && ${not(allOf(conditions))}) return false`])]
}

/** Whether an object has no other properties: where all that it may have are required, it is enough to count them. */
function closedCondition(subject: Subject, scope: Scope): Code {
  const { schema, value, name } = subject
  const names = (schema.properties ?? []).map((property) => property.name)
  return names.every((it) => schema.required?.includes(it))
    ? code`${helper('types', 'hasSoMany')}(${value}, ${literal(names.length)})`
    : code`${scope.hasOnly(names, name)}(${value})`
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
      const ${item} = ${value}[${key}]
      ${statements}
    }
  `)
}
