import { type Code, literal } from '../../emit/index.js'
import type { Part } from '../../model/types.js'
import { styleFacts } from '../../style-facts.js'
import { readingFacts } from '../../reading-facts.js'

/** What the reader of a form knows of a member: how it is written and what its texts stand for. */
export function partFormat(part: Part, all: readonly Part[]): Code {
  const { name, style, isJson, reading } = part
  const written = style && { style: style.style, ...styleFacts({ ...style, in: 'query', isJson }) }
  return literal({
    name,
    ...(isJson && { isJson }),
    ...written,
    ...readingFacts(reading),
    ...(takesOthers(part) && { taken: taken(part, all) }),
  })
}

/** Whether the member is an object that takes whatever names there are. */
function takesOthers({ style, reading }: Part): boolean {
  return style?.style === 'form' && style.explode && reading.others !== undefined
}

/** The names that are other members', or of what is in those. */
function taken(part: Part, all: readonly Part[]): string[] {
  const others = all.filter((it) => it !== part)
  return [...new Set(others.flatMap(({ name, reading }) => [name, ...Object.keys(reading.object ?? {})]))]
}
