import { binding, type Code, code, literal, local } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import { isOnlyReference } from '../analysis.js'
import type { Tag } from '../alternatives.js'
import { Locals } from '../locals.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { calledCondition } from './called.js'
import { asObject, isOfType } from './type.js'

/** Up to so many values of the property are compared one by one, more are looked up. */
const MAX_COMPARED = 8

/** The body of a function for a choice between objects that a property tells apart: only the one that is meant is checked. */
export function switchByTag(
  subject: Subject,
  alternatives: readonly Schema[],
  { property, values }: Tag,
  scope: Scope,
): Code {
  const { value, name } = subject
  const tag = new Locals().of(property)
  const choices = alternatives.map((schema, index) => ({
    option: { ...subject, schema, name: `${name}Option${index + 1}` },
    tags: values[index]!.map((it) => literal(it)),
  }))
  const choose = values.flat().length > MAX_COMPARED ? lookUp : compare
  return code`
    if (${isOfType('object', value).fails}) return false
    const { ${binding(property, tag)} } = ${asObject(value)}
    ${choose(subject, local(tag), choices, scope)}
  `
}

/** An alternative and the values of the property that it has. */
interface Choice {
  readonly option: Subject
  readonly tags: readonly Code[]
}

type Choose = (subject: Subject, tag: Code, choices: readonly Choice[], scope: Scope) => Code

const compare: Choose = (_, tag, choices, scope) => {
  const cases = choices.map(
    ({ option, tags }) => code`
      ${tags.map((it) => code`case ${it}:`)}
        return ${calledCondition(option, scope)}
    `,
  )
  return code`
    switch (${tag}) {
      ${cases}
      default:
        return false
    }
  `
}

const lookUp: Choose = ({ value, name, depth }, tag, choices, scope) => {
  const entries = choices.flatMap(({ option, tags }) => {
    const isOption = isOnlyReference(option.schema)
      ? scope.isNamedFunction(option.schema.ref.name, option)
      : scope.isPartFunction(option)
    return tags.map((it) => code`[${it}, ${isOption}]`)
  })
  const [type, deeper] =
    depth === undefined
      ? [code`(value: unknown) => boolean`, value]
      : [code`(value: unknown, depth: number) => boolean`, code`${value}, ${depth} + 1`]
  const isOption = local('isOption')
  return code`
    const ${isOption} = ${scope.functions(entries, type, name)}.get(${tag})
    return ${isOption} !== undefined && ${isOption}(${deeper})
  `
}
