import { type Code, code, literal, local } from '../../../emit/index.js'
import type { PatternProperty } from '../../../model/types.js'
import { entryRules, isClosed, propertyNames } from '../entries.js'
import { reportCall } from '../facet.js'
import { objectFacets } from '../facets.js'
import { allOf } from '../logic.js'
import { pascalCase } from '../naming.js'
import {
  dependencies,
  type PropertyRule,
  propertyRules,
  type ReadProperties,
  readProperties,
} from '../properties.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import { finding, guarded, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements } from './statements.js'

/** The statements for a value that is known to be an object. */
export function objectStatements(checked: Checked, scope: Scope): Statement[] {
  const properties = readProperties(checked)
  return [
    ...properties.statements,
    ...propertyRules(checked, properties).flatMap((rule) => propertyStatements(rule, checked, scope)),
    ...objectFacets(checked).map((facet) => finding(facet, checked.place)),
    ...dependencyStatements(checked, properties, scope),
    ...entryStatements(checked, scope),
  ]
}

function propertyStatements(
  { name, required, subject }: PropertyRule,
  owner: Checked,
  scope: Scope,
): Statement[] {
  const place = code`${helper('place', 'property')}(${owner.place}, ${literal(name)})`
  const statements = checkStatements({ ...subject, place }, scope)
  if (!required) return guarded(code`${subject.value} !== undefined`, statements)
  const report = reportCall('report-object', 'required', [literal(name)])(owner.place)
  return [{ when: code`${subject.value} === undefined`, report, otherwise: statements }]
}

function dependencyStatements(checked: Checked, { variable }: ReadProperties, scope: Scope): Statement[] {
  const { dependentSchemas = [] } = checked.schema
  const present = (name: string) => code`${variable(name)} !== undefined`
  return [
    ...dependencies(checked.schema).flatMap(({ name, required }) =>
      required.map((other): Statement => {
        const report = reportCall('report-object', 'dependentRequired', [literal(name), literal(other)])
        const when = allOf([present(name), code`${variable(other)} === undefined`])
        return { when, report: report(checked.place), otherwise: [] }
      }),
    ),
    ...dependentSchemas.flatMap(({ name, schema }) => {
      const check = scope.partOf('check', {
        ...checked,
        schema,
        name: `${checked.name}With${pascalCase(name)}`,
      })
      return guarded(present(name), [code`${check}(${checked.value}, ${checked.place})`])
    }),
  ]
}

/** `propertyNames`, `patternProperties` and `additionalProperties`. */
function entryStatements(checked: Checked, scope: Scope): Code[] {
  const [key, item] = [local('key'), local('item')]
  if (isClosed(checked.schema)) {
    const unknown = helper('closed-object', 'unknownProperties')
    const report = reportCall('report-object', 'unknown', [key])(checked.place)
    return [
      code`for (const ${key} of ${unknown}(${checked.value}, ${propertyNames(checked, scope)})) ${report}`,
    ]
  }
  const statements = entryRules(checked, scope, key, item).flatMap(({ keyword, pattern, only, subject }) => {
    const isUnknown = keyword === 'additionalProperties' && subject.schema.boolean === false
    const schema = literal(pattern === undefined ? keyword : `${keyword}/${escapePattern(pattern)}`)
    const place = code`${helper('place', 'entry')}(${checked.place}, ${key}, ${schema})`
    const checks: Statement[] = isUnknown
      ? [reportCall('report-object', 'unknown', [key])(checked.place)]
      : checkStatements({ ...subject, place }, scope)
    return only === undefined ? checks : guarded(only.when, checks)
  })
  if (statements.length === 0) return []
  return [
    code`
      for (const [${key}, ${item}] of Object.entries(${checked.value})) {
        if (${item} === undefined || ${helper('place', 'isFull')}(${checked.place})) continue
        ${printStatements(statements)}
      }
    `,
  ]
}

/** The pattern as a reference token of a JSON Pointer. */
function escapePattern({ source }: PatternProperty['pattern']): string {
  return source.replaceAll('~', '~0').replaceAll('/', '~1')
}
