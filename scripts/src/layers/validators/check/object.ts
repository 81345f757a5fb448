import { type Code, code, literal, local } from '../../../emit/index.js'
import { escapeToken } from '../../../json.js'
import { acceptsAll } from '../analysis.js'
import { Decisions } from '../decisions.js'
import { entryRules, isClosed } from '../entries.js'
import { evaluatesProperty } from '../evaluated.js'
import { reported, reporting } from '../facet.js'
import { objectFacets } from '../facets.js'
import { allOf, anyOf, isTrue } from '../logic.js'
import { pascalCase } from '../naming.js'
import { dependencies, type PropertyRule, propertyRules, type ReadProperties } from '../properties.js'
import { helper } from '../runtime.js'
import { placeOf, withoutKeywords } from '../schema-path.js'
import type { Scope } from '../scope.js'
import { inner } from '../subject.js'
import { finding, guarded, isFinding, printStatements, type Statement } from './statement.js'
import { type Checked, checkStatements, reportingCall } from './statements.js'
import { atKey, atProperty } from './where.js'

/** The statements for a value that is known to be an object, its properties in variables. */
export function objectStatements(checked: Checked, properties: ReadProperties, scope: Scope): Statement[] {
  return [
    ...allPropertyStatements(propertyRules(checked, properties.variable), checked, scope),
    ...objectFacets(checked).map((facet) => finding(facet, checked.where)),
    ...dependencyStatements(checked, properties, scope),
    ...entryStatements(checked, scope),
  ]
}

/** So many branches are in one function: TypeScript gives up on a function that has many more (error 2563). */
const MAX_BRANCHES = 200

/** The statements for all properties, those of the first in the function itself and those of the rest by functions of their own. */
function allPropertyStatements(rules: readonly PropertyRule[], owner: Checked, scope: Scope): Statement[] {
  const groups: PropertyRule[][] = [[]]
  const first: Statement[] = []
  let branches = 0
  for (const rule of rules) {
    const statements = propertyStatements(rule, owner, scope)
    const count = code`${printStatements(statements)}`.text.split('if (').length - 1
    branches += count
    if (branches > MAX_BRANCHES && groups.at(-1)!.length > 0) {
      groups.push([])
      branches = count
    }
    groups.at(-1)!.push(rule)
    if (groups.length === 1) first.push(...statements)
  }
  return [
    ...first,
    ...groups.slice(1).map((group, index) => callForProperties(group, index + 2, owner, scope)),
  ]
}

/** The call of a function that checks nothing but some properties. */
function callForProperties(
  rules: readonly PropertyRule[],
  number: number,
  owner: Checked,
  scope: Scope,
): Code {
  const schema = {
    ...withoutKeywords(owner.schema),
    properties: rules.map(({ name, subject }) => ({ name, schema: subject.schema })),
    required: rules.filter(({ required }) => required).map(({ name }) => name),
  }
  return reportingCall({ ...owner, schema, name: `${owner.name}Properties${number}` }, scope)
}

function propertyStatements(
  { name, required, subject }: PropertyRule,
  owner: Checked,
  scope: Scope,
): Statement[] {
  const where = atProperty(owner.where, name)
  const statements = checkStatements({ ...subject, where }, scope)
  if (!required) return guarded(code`${subject.value} !== undefined`, statements)
  const report = missing(name, owner)
  const [first] = statements
  if (statements.length === 1 && isFinding(first!) && first.reportRequired !== undefined) {
    const isFoundByName =
      isPlain(name) && placeOf(subject.schema) === `${placeOf(owner.schema)}/properties/${name}`
    if (isFoundByName) return [{ ...first, report: first.reportRequired(owner.schema) }]
  }
  return [{ when: code`${subject.value} === undefined`, report, otherwise: statements }]
}

/** The report of a property that an object must have. */
function missing(name: string, { schema, where }: Checked): Code {
  if (isPlain(name)) return reporting('reportMissing', [literal(name)], schema, 'required')(where)
  const message = literal(`must have the property ${JSON.stringify(name)}`)
  return reported(schema, 'required', message, { missingProperty: name })(where)
}

/** Whether JSON has a name as it is. */
function isPlain(name: string): boolean {
  return JSON.stringify(name) === `"${name}"`
}

function dependencyStatements(checked: Checked, { variable }: ReadProperties, scope: Scope): Statement[] {
  const { dependentSchemas = [] } = checked.schema
  const present = (name: string) => code`${variable(name)} !== undefined`
  return [
    ...dependencies(checked.schema).flatMap(({ name, required }) =>
      required.map((other): Statement => {
        const keyword = `dependentRequired/${escapeToken(name)}`
        const report = reporting('reportDependent', [literal(other), literal(name)], checked.schema, keyword)
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
  return reporting('reportUnknown', [key, literal(keyword)], schema, keyword)(where)
}
