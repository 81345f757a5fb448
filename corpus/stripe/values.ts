import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'

/** What a form has to escape, what it reads as something else, and what takes several bytes. */
const HARD_TEXTS = ['a&b=c', 'ü', '[x]', '1+1', ' a b ', '😀', '50%25', "!*'()~", '#/?;:@,"<>\\^`{|}\n']

/** Names of a map. Stripe takes none with brackets, and the style `deepObject` could not tell them from its own. */
const NAMES = ['order_id', 'a&b=c +ü%😀']

/** The value of the properties that are required, or of the first one where none is; of arrays one item, of maps one member. */
export function smallValue(schema: JsonObject): JsonValue {
  return new ValueMaker(true).value(schema, 0)
}

/** A value with everything that the schema describes; of alternatives the ones whose turn it is. No two texts in it are the same. */
export function wholeValue(schema: JsonObject, turn: number): JsonValue {
  return new ValueMaker(false).value(schema, turn)
}

/** How many turns it takes until each alternative of each `anyOf`, however deep, was chosen. */
export function turnsOf(schema: JsonObject): number {
  const branches = schemasIn(schema['anyOf'])
  const parts = [
    ...Object.values(objectOr(schema['properties'])),
    ...schemasIn([schema['items'] ?? null, schema['additionalProperties'] ?? null]),
  ].filter(isJsonObject)
  return Math.max(1, ...parts.map(turnsOf), branches.length * Math.max(0, ...branches.map(turnsOf)))
}

/** Of schemas as Stripe writes them: without references, so that each has an end, and alternatives as `anyOf`. */
class ValueMaker {
  readonly #isSmall: boolean
  #count = 0

  constructor(isSmall: boolean) {
    this.#isSmall = isSmall
  }

  value(schema: JsonObject, turn: number): JsonValue {
    const branches = schemasIn(schema['anyOf'])
    const branch = branches[turn % branches.length]
    // What is inside an alternative changes once all alternatives had their turn.
    if (branch !== undefined) return this.value(branch, Math.floor(turn / branches.length))
    const { enum: members } = schema
    if (Array.isArray(members)) return members[turn % members.length] as JsonValue // There is one.
    return this.#ofType(schema, turn)
  }

  #ofType(schema: JsonObject, turn: number): JsonValue {
    switch (schema['type']) {
      case 'object':
        return this.#object(schema, turn)
      case 'array':
        return this.#few([schema['items'], schema['items']]).map((item) => this.value(objectOr(item), turn))
      case 'boolean':
        return this.#next() % 2 === 0
      case 'integer':
        return this.#next()
      case 'number':
        return this.#next() + 0.5
      case 'string':
        return this.#text(schema)
      default:
        throw new Error(`No value is made of the schema ${JSON.stringify(schema)}`)
    }
  }

  #object(schema: JsonObject, turn: number): JsonObject {
    const properties = Object.entries(objectOr(schema['properties']))
    const { required = [], additionalProperties } = schema
    const isNeeded = (name: string) => Array.isArray(required) && required.includes(name)
    const needed = properties.filter(([name]) => isNeeded(name))
    const small = needed.length > 0 ? needed : properties.slice(0, 1)
    const map = isJsonObject(additionalProperties)
      ? this.#few(NAMES).map((name) => [name, additionalProperties] as const)
      : []
    const members = [...(this.#isSmall ? small : properties), ...map]
    return Object.fromEntries(members.map(([name, member]) => [name, this.value(objectOr(member), turn)]))
  }

  #few<T>(list: readonly T[]): readonly T[] {
    return this.#isSmall ? list.slice(0, 1) : list
  }

  /** As many characters as the schema takes (JSON Schema Validation 2020-12, 6.3.1, counts code points). */
  #text({ format, maxLength = Infinity }: JsonObject): string {
    const count = this.#next()
    if (format === 'decimal') return `${count}.50`
    const text = `${HARD_TEXTS[count % HARD_TEXTS.length]}${count}`
    return [...text].slice(0, Number(maxLength)).join('')
  }

  #next(): number {
    this.#count += 1
    return this.#count
  }
}

function schemasIn(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function objectOr(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}
