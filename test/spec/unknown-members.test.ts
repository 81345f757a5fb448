import { describe, expect, it } from 'vitest'
import { childPointer, isJsonObject, own, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { document, valueAt } from './document.js'
import { operations } from './operations.js'

/** Every schema of type object that `node` holds or refers to, by its place. */
function objectsIn(
  node: JsonValue,
  pointer: string,
  found = new Map<string, JsonObject>(),
): Map<string, JsonObject> {
  if (typeof node !== 'object' || node === null) return found
  if (isJsonObject(node) && node['type'] === 'object') {
    if (found.has(pointer)) return found
    found.set(pointer, node)
  }
  for (const [key, child] of Object.entries(node)) {
    if (key === 'examples' || key === 'example') continue
    const target = key === '$ref' ? String(child).slice(1) : childPointer(pointer, key)
    objectsIn(key === '$ref' ? valueAt(document, target) : child, target, found)
  }
  return found
}

/** The schemas of type object of all requests or all responses. */
function objectsOf(key: 'requestBody' | 'responses'): [pointer: string, schema: JsonObject][] {
  const found = new Map<string, JsonObject>()
  for (const { operation, pointer } of operations)
    objectsIn(own(operation, key) ?? null, childPointer(pointer, key), found)
  return [...found]
}

/** The objects of requests whose members belong to others: to Daily's API, to the agent. */
const free = [
  '/components/schemas/StartSessionRequest/properties/dailyRoomProperties',
  '/components/schemas/StartSessionRequest/properties/dailyMeetingTokenProperties',
  '/components/schemas/StartSessionRequest/properties/body',
  '/components/schemas/ProxiedBody',
]

describe('unknown members', () => {
  const requests = objectsOf('requestBody')
  const responses = objectsOf('responses')

  it('are looked for in all objects', () => {
    expect(requests.length).toBeGreaterThan(12)
    expect(responses.length).toBeGreaterThan(30)
  })

  it.each(requests)('of %s in a request are refused, unless they are free', (pointer, schema) => {
    expect(schema['additionalProperties']).toBe(free.includes(pointer))
  })

  it('are free in no other place', () => {
    expect(requests.map(([pointer]) => pointer)).toEqual(expect.arrayContaining(free))
  })

  it.each(responses)('of %s in a response are taken', (_, schema) => {
    expect(own(schema, 'additionalProperties')).not.toBe(false)
  })
})
