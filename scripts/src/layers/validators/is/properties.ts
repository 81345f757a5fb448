import { type Code, code, literal } from '../../../emit/index.js'
import { acceptsAll, allowedValues, refusesUndefined } from '../analysis.js'
import { objectFacets } from '../facets.js'
import { allOf, anyOf } from '../logic.js'
import { dependencies, type PropertyRule, propertyRules, type ReadProperties } from '../properties.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { condition } from './condition.js'

/** The conditions on the properties that a schema names, which are in variables, and on how many there are. */
export function ownConditions(subject: Subject, variable: ReadProperties['variable'], scope: Scope): Code[] {
  const rules = propertyRules(subject, variable)
  return [
    ...fixedFirst(rules).flatMap((rule) => propertyConditions(rule, scope)),
    ...objectFacets(subject).map(({ holds }) => holds),
    ...dependencyConditions(subject, variable),
  ]
}

/** Properties with fixed values are compared before others: they decide most where there are alternatives. */
function fixedFirst(rules: readonly PropertyRule[]): readonly PropertyRule[] {
  return [...rules.filter(isFixed), ...rules.filter((rule) => !isFixed(rule))]
}

function isFixed({ required, subject }: PropertyRule): boolean {
  return required && allowedValues(subject.schema)?.length === 1
}

function propertyConditions({ subject, required }: PropertyRule, scope: Scope): Code[] {
  const { schema, value } = subject
  const present = code`${value} !== undefined`
  if (acceptsAll(schema)) return required ? [present] : []
  if (schema.boolean === false) return [required ? literal(false) : code`${value} === undefined`]
  const valid = condition(subject, scope)
  if (!required) return [anyOf([code`${value} === undefined`, valid])]
  return refusesUndefined(schema, scope.facts.resolve) ? [valid] : [present, valid]
}

function dependencyConditions({ schema }: Subject, variable: ReadProperties['variable']): Code[] {
  return dependencies(schema).map(({ name, required }) =>
    anyOf([
      code`${variable(name)} === undefined`,
      allOf(required.map((other) => code`${variable(other)} !== undefined`)),
    ]),
  )
}
