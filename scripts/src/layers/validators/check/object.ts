import { type Code, code, literal, local } from '../../../emit/index.js'
import { acceptsAll } from '../analysis.js'
import { Decisions } from '../decisions.js'
import { entryRules, isClosed } from '../entries.js'
import { evaluatesProperty } from '../evaluated.js'
import { reporting } from '../facet.js'
import { objectFacets } from '../facets.js'
import { allOf, anyOf, isTrue } from '../logic.js'
import { pascalCase } from '../naming.js'
import { dependencies, type PropertyRule, propertyRules, type ReadProperties } from '../properties.js'
import { helper } from '../runtime.js'
import { placeOf } from '../schema-path.js'
import type { Scope } from '../scope.js'
import { inner } from '../subject.js'
import { finding, guarded, isFinding, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements, reportingCall } from './statements.js'
import { atKey, atProperty } from './where.js'

/** The statements for a value that is known to be an object, its properties in variables. */
export function objectStatements(checked: Checked, properties: ReadProperties, scope: Scope): Statement[] {
  return [
    ...propertyRules(checked, properties.variable).flatMap((rule) =>
      propertyStatements(rule, checked, scope),
    ),
    ...objectFacets(checked).map((facet) => finding(facet, checked.where)),
    ...dependencyStatements(checked, properties, scope),
    ...entryStatements(checked, scope),
  ]
}

function propertyStatements(
  { name, required, subject }: PropertyRule,
  owner: Checked,
  scope: Scope,
): Statement[] {
  const where = atProperty(owner.where, name)
  const statements = checkStatements({ ...subject, where }, scope)
  if (!required) return guarded(code`${subject.value} !== undefined`, statements)
  const [first] = statements
  if (statements.length === 1 && isFinding(first!) && first.reportRequired !== undefined) {
    const isFoundByName = placeOf(subject.schema) === `${placeOf(owner.schema)}/properties/${name}`
    if (isFoundByName) return [{ ...first, report: first.reportRequired(owner.schema) }]
  }
  const report = reporting('reportMissing', [literal(name)], owner.schema)(owner.where)
  return [{ when: code`${subject.value} === undefined`, report, otherwise: statements }]
}

function dependencyStatements(checked: Checked, { variable }: ReadProperties, scope: Scope): Statement[] {
  const { dependentSchemas = [] } = checked.schema
  const present = (name: string) => code`${variable(name)} !== undefined`
  return [
    ...dependencies(checked.schema).flatMap(({ name, required }) =>
      required.map((other): Statement => {
        const report = reporting('reportDependent', [literal(other), literal(name)], checked.schema)
        const when = allOf([present(name), code`${variable(other)} === undefined`])
        return { when, report: report(checked.where), otherwise: [] }
      }),
    ),
    ...dependentSchemas.flatMap(({ name, schema }) => {
      if (acceptsAll(schema)) return []
      const part = { ...checked, schema, name: `${checked.name}With${pascalCase(name)}` }
      return guarded(present(name), [reportingCall(part, scope)])
    }),
  ]
}

const [key, item] = [local('key'), local('item')]

/** Up to so many names are compared with a key where it is met, which is faster than to call a function. */
const MAX_COMPARED = 24

/** `propertyNames`, `patternProperties` and `additionalProperties`. */
function entryStatements(checked: Checked, scope: Scope): Code[] {
  const { schema, value, name } = checked
  if (isClosed(schema)) {
    const names = (schema.properties ?? []).map((property) => property.name)
    const isOther =
      names.length <= MAX_COMPARED
        ? names.map((it) => code`${key} !== ${literal(it)}`)
        : [code`!${scope.isProperty(names, name)}(${key})`]
    const isUnknown = allOf([...isOther, code`${value}[${key}] !== undefined`])
    return [
      code`
        for (const ${key} in ${value}) {
          if (${isUnknown}) {
            ${reportUnknown('additionalProperties', checked)}
          }
        }
      `,
    ]
  }
  const statements = entryRules(checked, scope, key, item).flatMap(({ keyword, only, subject }) => {
    const isUnknown = keyword === 'additionalProperties' && subject.schema.boolean === false
    const checks: Statement[] = isUnknown
      ? [reportUnknown(keyword, checked)]
      : checkStatements({ ...subject, where: atKey(checked.where, key) }, scope)
    return only === undefined ? checks : guarded(only.when, checks)
  })
  return statements.length === 0 ? [] : [entryLoop(checked, [], statements)]
}

/** The statements for `unevaluatedProperties` of an object. */
export function unevaluatedPropertiesStatements(checked: Checked, scope: Scope): Statement[] {
  const { schema, name } = checked
  const decisions = new Decisions(checked, scope)
  const isEvaluated = evaluatesProperty(checked, decisions, scope, key)
  if (isTrue(isEvaluated)) return []
  const subject = inner(checked, schema.unevaluatedProperties!, item, `${name}Unevaluated`)
  const checks: Statement[] =
    subject.schema.boolean === false
      ? [reportUnknown('unevaluatedProperties', checked)]
      : checkStatements({ ...subject, where: atKey(checked.where, key) }, scope)
  return [...decisions.statements, entryLoop(checked, [isEvaluated], checks)]
}

function entryLoop({ value, where }: Checked, skip: readonly Code[], statements: readonly Statement[]): Code {
  const isDone = [code`${item} === undefined`, code`${helper('place', 'isFull')}(${where.place})`]
  return code`
    for (const ${key} in ${value}) {
      const ${item} = ${value}[${key}]
      if (${anyOf([...isDone, ...skip])}) continue
      ${printStatements(statements)}
    }
  `
}

function reportUnknown(
  keyword: 'additionalProperties' | 'unevaluatedProperties',
  { schema, where }: Checked,
): Code {
  return reporting('reportUnknown', [key, literal(keyword)], schema)(where)
}
