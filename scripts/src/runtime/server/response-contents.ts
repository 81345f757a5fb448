import { jsonFormat } from './json-format.js'
import type { ResponseContent, ResponseContents, Route } from './route.js'
import type { Validate } from './validate.js'

/** The documented contents of a response with that status, `undefined` if the document has none for it. */
export function responseContents({ responses }: Route, status: number): ResponseContents | undefined {
  const keys = [String(status), `${Math.floor(status / 100)}XX`, 'default']
  return keys.map((key) => responses[key]).find((contents) => contents !== undefined)
}

/** How a documented content is written and checked: a mere validator stands for JSON. */
export function responseContent(entry: Validate | ResponseContent): ResponseContent {
  return typeof entry === 'function' ? { format: jsonFormat, validate: entry } : entry
}
