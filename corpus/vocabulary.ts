import { keywords } from '../scripts/src/load/keywords.js'
import { objectTypes } from '../scripts/src/load/object-types.js'

/** Values that messages name and that are no names of a document. */
const values = [
  ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'],
  ['query', 'header', 'path', 'cookie'],
  ['form', 'simple', 'matrix', 'label', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  ['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'],
]

/** Tells the names of OpenAPI and JSON Schema, which stay in a message that is generalized, from those of a document. */
export function vocabulary(): (name: string) => boolean {
  const names = new Set(values.flat())
  for (const version of ['3.0', '3.1'] as const) {
    for (const keyword of keywords[version].keys()) names.add(keyword)
    for (const { properties } of objectTypes(version).named.values())
      Object.keys(properties).forEach((it) => names.add(it))
  }
  return (name) => names.has(name) || /^[a-z]+\/[a-z\d.+-]+$/.test(name)
}
