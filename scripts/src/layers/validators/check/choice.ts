import { binding, type Code, code, join, literal, local } from '../../../emit/index.js'
import type { Discriminator, Schema } from '../../../model/types.js'
import { acceptsAll, allowedTypes, assertionsOf } from '../analysis.js'
import { haveOwnTypes, isExclusive, type Tag, tagOf } from '../alternatives.js'
import { reporting } from '../facet.js'
import { choiceCondition } from '../is/choice.js'
import { partCondition } from '../is/composition.js'
import { Locals } from '../locals.js'
import { anyOf, not } from '../logic.js'
import { presenceOf } from '../presence.js'
import { helper, isObject } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { typeTest } from '../type-test.js'
import { choiceByPresence } from './presence.js'
import type { Statement } from './statement.js'
import { type Checked, reportingCall, reportingFunction } from './statements.js'

type Keyword = 'anyOf' | 'oneOf'

/** The statements for `anyOf` or `oneOf`: where types or a tag tell which alternative is meant, its own issues are reported. */
export function choiceStatements(checked: Checked, keyword: Keyword, scope: Scope): Statement[] {
  const alternatives = checked.schema[keyword]
  if (alternatives === undefined || (keyword === 'anyOf' && alternatives.some(acceptsAll))) return []
  const parts = alternatives.map((schema, index) => ({
    ...checked,
    schema,
    name: `${checked.name}Option${index + 1}`,
  }))
  const { discriminator } = checked.schema
  const tag = tagOf(alternatives, scope.facts, discriminator)
  if (tag !== undefined) return [choiceByTag(checked, parts, keyword, tag, scope)]
  if (haveOwnTypes(alternatives, scope.facts) && alternatives.length > 1) {
    return [choiceByType(checked, parts, keyword, scope)]
  }
  const print = (part: Subject): Code => partCondition(part, checked.schema, scope)
  const presence = checked.variable && presenceOf(checked.schema, keyword, scope.facts)
  if (presence !== undefined) return choiceByPresence(checked, parts, keyword, presence, scope)
  const isValid = choiceCondition(keyword, checked, scope, print)
  const checks = parts.map((part) => reportingFunction(part, scope))
  return [{ when: not(isValid), report: noMatch(checks), otherwise: [] }]

  function noMatch(functions: readonly Code[]): Code {
    const { value, where } = checked
    const list = code`[${join(functions, ', ')}]`
    const hint = isOf(keyword, checked.schema) ? [hintOf(discriminator!)] : []
    const call = (name: string, second: Code): Code =>
      code`${helper('alternatives', name)}(${join([value, second, list, where.schemaPath.of(checked.schema, keyword), where.place, ...hint], ', ')})`
    if (keyword === 'anyOf' || isExclusive(alternatives!, scope.facts)) {
      return call('reportNoMatch', literal(keyword))
    }
    return call('reportOneOf', code`[${join(parts.map(print), ', ')}]`)
  }
}

/** Whether the discriminator of a schema is about the alternatives of that keyword. */
function isOf(keyword: Keyword, { discriminator, oneOf }: Schema): boolean {
  return discriminator !== undefined && (keyword === 'oneOf' || oneOf === undefined)
}

/** A discriminator as reports take it: the indices of alternatives by value. */
function hintOf({ property, values }: Discriminator): Code {
  return literal({
    property,
    alternatives: Object.fromEntries(values.map(({ value, alternative }) => [value, alternative])),
  })
}

function choiceByTag(
  owner: Checked,
  parts: readonly Checked[],
  keyword: Keyword,
  tag: Tag,
  scope: Scope,
): Code {
  const { value, where } = owner
  const variable = new Locals().of(tag.property)
  const cases = parts.map(
    (part, index) => code`
      ${tag.values[index]!.map((it) => code`case ${literal(it)}:`)}
        ${reportingCall(part, scope)}
        break
    `,
  )
  const allowedValues = tag.values.flat()
  const unknown = reporting(
    'reportTag',
    [local(variable), literal(tag.property), literal(allowedValues), literal(keyword)],
    owner.schema,
    keyword,
  )(where)
  return code`
    if (${isObject}(${value})) {
      const { ${binding(tag.property, variable)} } = ${value}
      switch (${local(variable)}) {
        ${cases}
        default:
          ${unknown}
      }
    } else {
      ${wrongType(owner, parts, keyword, scope)}
    }
  `
}

function choiceByType(owner: Checked, parts: readonly Checked[], keyword: Keyword, scope: Scope): Code {
  const possible = parts.filter(({ schema }) => scope.facts.types(schema).length > 0)
  const isOfType = ({ schema, value }: Checked) =>
    anyOf(scope.facts.types(schema).map((type) => typeTest(type, value)))
  const settled = possible.filter(({ schema }) => isTypeOnly(schema)).map(isOfType)
  const wrong = wrongType(owner, parts, keyword, scope)
  const otherwise = settled.length === 0 ? code`{ ${wrong} }` : code`if (${not(anyOf(settled))}) { ${wrong} }`
  return possible
    .filter(({ schema }) => !isTypeOnly(schema))
    .reduceRight(
      (rest, part) => code`
        if (${isOfType(part)}) {
          ${reportingCall(part, scope)}
        } else ${rest}
      `,
      otherwise,
    )
}

/** Whether a value of the right type is valid by the schema. */
function isTypeOnly(schema: Schema): boolean {
  const asserted = assertionsOf(schema)
  return asserted.length === 1 && schema.type !== undefined && !schema.type.includes('integer')
}

function wrongType(owner: Checked, parts: readonly Checked[], keyword: Keyword, scope: Scope): Code {
  const { value, where } = owner
  const types = [...new Set(parts.flatMap(({ schema }) => allowedTypes(schema) ?? scope.facts.types(schema)))]
  return reporting('reportTypes', [value, literal(types), literal(keyword)], owner.schema, keyword)(where)
}
