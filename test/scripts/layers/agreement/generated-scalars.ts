import type { Random } from '../../../../bench/fuzz/random.js'
import type { JsonObject, JsonValue } from '../../../../scripts/src/json.js'

/** Strings of each format and pattern that generated schemas, or those of the project's document, have. */
export const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['2026-11-24T10:00:00Z', '2026-02-28T23:59:59.5+01:00'],
  date: ['2026-11-24'],
  uuid: ['01dec4af-8f7f-4a08-9a6e-1c3a2b9f0d11'],
  email: ['ada@example.org'],
  uri: ['https://example.org/a?b=c'],
  ipv4: ['192.0.2.1'],
  '^[a-z][a-z0-9-]*$': ['voice-starter', 'a1'],
  '^\\d{3}$': ['123', '007'],
  '^[0-9]+$': ['0', '1073741824'],
  '^[a-zA-Z0-9_-]+$': ['OPENAI_API_KEY'],
}

const FORMATS = Object.keys(TEXTS).filter((key) => !key.startsWith('^'))
const PATTERNS = ['^[a-z][a-z0-9-]*$', '^\\d{3}$']

/** A schema of strings, numbers, booleans or nulls. */
export function scalar(random: Random): JsonObject {
  const schema = random.pick(scalars)(random)
  return random.chance(0.3) ? { ...schema, ...random.pick(annotations) } : schema
}

const annotations: readonly JsonObject[] = [
  { description: 'What it is for.' },
  { title: 'It', description: '`*/` is no end of this.' },
  { deprecated: true },
  { readOnly: true },
  { writeOnly: true },
  { examples: ['one', 2] },
]

const scalars: readonly ((random: Random) => JsonObject)[] = [
  () => ({ type: 'string' }),
  () => ({ type: 'string', minLength: 1, maxLength: 20 }),
  () => ({ type: 'string', default: 'none' }),
  (random) => ({ type: 'string', format: random.pick(FORMATS) }),
  (random) => ({ type: 'string', pattern: random.pick(PATTERNS) }),
  (random) => ({ type: ['string', 'null'], format: random.pick(FORMATS) }),
  () => ({ type: 'integer', format: 'int32', minimum: 0 }),
  () => ({ type: 'integer', format: 'int64' }),
  () => ({ type: 'number', exclusiveMinimum: 0, maximum: 100 }),
  () => ({ type: 'number', multipleOf: 0.5 }),
  () => ({ type: ['integer', 'null'], minimum: 1 }),
  () => ({ type: 'boolean' }),
  () => ({ type: 'boolean', default: false }),
  () => ({ type: ['boolean', 'string'] }),
  (random) => ({ type: 'string', enum: members(random) }),
  (random) => ({ type: ['string', 'null'], enum: [...members(random), null] }),
  () => ({ type: 'integer', enum: [1, 2, 4] }),
  () => ({ enum: ['auto', 0, 1.5, true, null] }),
  () => ({ type: 'string', const: 'fixed' }),
  () => ({ const: 7 }),
  () => ({ const: null }),
  () => ({ type: 'null' }),
]

function members(random: Random): JsonValue[] {
  return random.some(['active', 'paused', 'in-progress', 'a"b', "it's", ''], 1, 4)
}
