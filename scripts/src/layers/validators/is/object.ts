import { type Code, code, literal, local } from '../../../emit/index.js'
import { acceptsAll, refusesUndefined } from '../analysis.js'
import { objectFacets } from '../facets.js'
import { allOf, anyOf, not } from '../logic.js'
import { entryRules, isClosed, propertyNames } from '../entries.js'
import { pascalCase } from '../naming.js'
import { dependencies, propertyRules, readProperties } from '../properties.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { condition } from './condition.js'
import { must, run, type Step } from './steps.js'

/** What is checked of a value that is known to be an object. */
export function objectSteps(subject: Subject, scope: Scope): Step[] {
  const properties = readProperties(subject)
  const rules = propertyRules(subject, properties)
  return [
    ...properties.statements.map(run),
    ...rules.flatMap((rule) => propertyConditions(rule, scope).map(must)),
    ...objectFacets(subject).map(({ holds }) => must(holds)),
    ...dependencyConditions(subject, properties.variable, scope).map(must),
    ...entrySteps(subject, scope),
  ]
}

function propertyConditions(
  { subject, required }: ReturnType<typeof propertyRules>[number],
  scope: Scope,
): Code[] {
  const { schema, value } = subject
  const present = code`${value} !== undefined`
  if (acceptsAll(schema)) return required ? [present] : []
  if (schema.boolean === false) return [required ? literal(false) : code`${value} === undefined`]
  const valid = condition(subject, scope)
  if (!required) return [anyOf([code`${value} === undefined`, valid])]
  return refusesUndefined(schema, scope.resolve) ? [valid] : [present, valid]
}

function dependencyConditions(subject: Subject, variable: (name: string) => Code, scope: Scope): Code[] {
  const { dependentSchemas = [] } = subject.schema
  const absent = (name: string) => code`${variable(name)} === undefined`
  return [
    ...dependencies(subject.schema).map(({ name, required }) =>
      anyOf([absent(name), allOf(required.map((other) => code`${variable(other)} !== undefined`))]),
    ),
    ...dependentSchemas.map(({ name, schema }) =>
      anyOf([
        absent(name),
        code`${scope.partOf('is', { ...subject, schema, name: `${subject.name}With${pascalCase(name)}` })}(${subject.value})`,
      ]),
    ),
  ]
}

/** `propertyNames`, `patternProperties` and `additionalProperties`. */
function entrySteps(subject: Subject, scope: Scope): Step[] {
  const { value } = subject
  if (isClosed(subject.schema)) {
    const names = propertyNames(subject, scope)
    return [must(code`${helper('closed-object', 'hasOnly')}(${value}, ${names})`)]
  }
  const [key, item] = [local('key'), local('item')]
  const rules = entryRules(subject, scope, key, item)
  if (rules.length === 0) return []
  const conditions = rules.map(({ only, subject: entry }) => {
    const valid = condition(entry, scope)
    return only === undefined ? valid : anyOf([only.unless, valid])
  })
  const needsKey = rules.some(({ keyword, only }) => keyword === 'propertyNames' || only !== undefined)
  const entries = needsKey
    ? code`const [${key}, ${item}] of Object.entries(${value})`
    : code`const ${item} of Object.values(${value})`
  return [
    run(code`
      for (${entries}) {
        if (${item} !== undefined && ${not(allOf(conditions))}) return false
      }
    `),
  ]
}
