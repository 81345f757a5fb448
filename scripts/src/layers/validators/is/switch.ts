import { binding, type Code, code, literal, local } from '../../../emit/index.js'
import type { Schema } from '../../../model/types.js'
import type { Tag } from '../alternatives.js'
import { Locals } from '../locals.js'
import { isObject } from '../runtime.js'
import type { Scope } from '../scope.js'
import type { Subject } from '../subject.js'
import { calledCondition } from './called.js'

/** The body of a function for a choice between objects that a property tells apart: only the one that is meant is checked. */
export function switchByTag(
  subject: Subject,
  alternatives: readonly Schema[],
  { property, values }: Tag,
  scope: Scope,
): Code {
  const { value } = subject
  const cases = alternatives.map((schema, index) => {
    const condition = calledCondition(
      { ...subject, schema, name: `${subject.name}Option${index + 1}` },
      scope,
    )
    return code`
      ${values[index]!.map((it) => code`case ${literal(it)}:`)}
        return ${condition}
    `
  })
  const variable = new Locals().of(property)
  return code`
    if (!${isObject}(${value})) return false
    const { ${binding(property, variable)} } = ${value}
    switch (${local(variable)}) {
      ${cases}
      default:
        return false
    }
  `
}
