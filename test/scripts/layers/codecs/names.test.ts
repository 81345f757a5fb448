import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { importLayers } from './emitted.js'

const TEXT = '2026-01-02T03:04:05Z'
const time: JsonObject = { type: 'string', format: 'date-time' }

/** Names that would be code, or mean something to JavaScript, were they not written as what they are. */
const names = [
  '__proto__',
  'constructor',
  'toString',
  '',
  '0',
  "'",
  '\\',
  '*/ globalThis.pwned = 1 /*',
  '${globalThis.pwned = 1}',
  "'], a: (globalThis.pwned = 1), ['",
  '\u2028',
  'é',
]

const entries = <T>(value: T): [string, T][] => names.map((name) => [name, value])

const option = (kind: string): JsonObject => ({
  type: 'object',
  required: ['kind'],
  properties: Object.fromEntries([...entries(time), ['kind', { const: kind }]]),
})

const document: JsonObject = {
  openapi: '3.1.0',
  info: { title: 'Names', version: '1' },
  paths: {},
  components: {
    schemas: {
      Properties: { type: 'object', properties: Object.fromEntries(entries(time)) },
      Patterns: {
        type: 'object',
        patternProperties: { "^['`\\\\/]\\*?$": time },
        additionalProperties: false,
      },
      Tags: { oneOf: names.map(option) },
    },
  },
}

describe('names of every kind', () => {
  it('are those of properties, patterns and tags', async () => {
    const { codecs, validators } = await importLayers(document, { dateTime: 'Date' })
    const json = Object.fromEntries(entries(TEXT))
    const memory = Object.fromEntries(entries(new Date(TEXT)))
    expect(codecs['decodeProperties']!(json)).toEqual(memory)
    expect(validators['isProperties']!(memory)).toBe(true)
    expect(codecs['decodePatterns']!({ "'": TEXT, '/*': TEXT, x: TEXT })).toEqual({
      "'": new Date(TEXT),
      '/*': new Date(TEXT),
      x: TEXT,
    })
    for (const kind of names) {
      const decoded = codecs['decodeTags']!({ ...json, kind })
      expect(decoded).toEqual({ ...memory, kind })
      expect(validators['isTags']!(decoded)).toBe(true)
    }
    expect(globalThis).not.toHaveProperty('pwned')
  })
})
