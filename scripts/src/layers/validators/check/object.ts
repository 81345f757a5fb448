import { type Code, code, literal, local } from '../../../emit/index.js'
import { escapeToken } from '../../../json.js'
import type { Schema } from '../../../model/types.js'
import { acceptsAll } from '../analysis.js'
import { Decisions } from '../decisions.js'
import { entryRules, isClosed } from '../entries.js'
import { evaluatesProperty } from '../evaluated.js'
import { type Report, reported, reportedAs, schemaPath } from '../facet.js'
import { objectFacets } from '../facets.js'
import { allOf, anyOf, isTrue } from '../logic.js'
import { pascalCase } from '../naming.js'
import { dependencies, type PropertyRule, propertyRules, type ReadProperties } from '../properties.js'
import { helper } from '../runtime.js'
import type { Scope } from '../scope.js'
import { inner } from '../subject.js'
import { finding, guarded, printStatements, type Statement } from './statement.js'
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
  const where = atProperty(name)
  const statements = checkStatements({ ...subject, where }, scope)
  if (!required) return guarded(code`${subject.value} !== undefined`, statements)
  const message = literal(`must have the property ${JSON.stringify(name)}`)
  const report = reported(owner.schema, 'required', message, { missingProperty: name })(owner.where)
  return [{ when: code`${subject.value} === undefined`, report, otherwise: statements }]
}

function dependencyStatements(checked: Checked, { variable }: ReadProperties, scope: Scope): Statement[] {
  const { dependentSchemas = [] } = checked.schema
  const present = (name: string) => code`${variable(name)} !== undefined`
  return [
    ...dependencies(checked.schema).flatMap(({ name, required }) =>
      required.map((other): Statement => {
        const report = reportDependent(checked.schema, name, other)
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

function reportDependent(schema: Schema, property: string, missingProperty: string): Report {
  const [wanted, because] = [missingProperty, property].map((name) => JSON.stringify(name))
  return reportedAs({
    keyword: 'dependentRequired',
    message: literal(`must have the property ${wanted} because it has ${because}`),
    schemaPath: schemaPath(schema, `dependentRequired/${escapeToken(property)}`),
    params: literal({ property, missingProperty }),
  })
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
      : checkStatements({ ...subject, where: atKey(key) }, scope)
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
      : checkStatements({ ...subject, where: atKey(key) }, scope)
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
  const path = schemaPath(schema, keyword)
  return code`${helper('report', 'reportUnknown')}(${where.place}, ${key}, ${literal(keyword)}, ${path})`
}
