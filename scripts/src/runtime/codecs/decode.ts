import type { Codec, InnerCodec } from './codec.js'
import { Digits } from './digits.js'
import { type Container, isContainer, isList, Place } from './place.js'

/** What is known of a value beside itself. */
export interface DecodeOptions {
  /** The digits of its numbers, where those of JavaScript might not have all of them. */
  readonly digits?: Digits
  /** Whether texts stand for numbers, as they do in parameters and forms. */
  readonly isText?: boolean
}

/**
 * The value in memory of a JSON value. It is a new one where something changes, and the same where nothing does. What cannot be converted
 * stays as it is, for the validator to report. What is still to be done is kept in a list and not on the stack, so values may be nested as
 * deeply as they like; but of alternatives that only validators tell apart no more than 100 inside one another are converted.
 */
export function decode(
  codec: Codec,
  json: unknown,
  { digits = new Digits(), isText = false }: DecodeOptions = {},
): unknown {
  return new Decoding(digits, isText).run(codec, json, digits.ofRoot, 0)
}

/** A part of the value, and what is to be done with it. */
interface Task {
  readonly place: Place
  readonly key: string | number
  readonly codec: InnerCodec
}

/** How many choices that are inside one another are made. */
const MOST_CHOICES = 100

class Decoding {
  readonly #digits: Digits
  readonly #isText: boolean
  /** What choices made of objects and arrays, so that none is made twice. */
  readonly #chosen = new Map<Codec, Map<unknown, unknown>>()

  constructor(digits: Digits, isText: boolean) {
    this.#digits = digits
    this.#isText = isText
  }

  run(codec: Codec, json: unknown, rootDigits: string | undefined, depth: number): unknown {
    const root: Container = { '': json }
    if (rootDigits !== undefined) this.#digits.add(root, '', rootDigits)
    const place = new Place(root, undefined, '', this.#digits)
    const tasks: Task[] = [{ place, key: '', codec }]
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) this.#take(task, tasks, depth)
    return place.get('')
  }

  #take({ place, key, codec }: Task, tasks: Task[], depth: number): void {
    const it = typeof codec === 'function' ? codec() : codec
    const value = place.get(key)
    if (it.read) place.set(key, it.read(value, this.#digitsOf(place, key, value)))
    if (it.choice) place.set(key, this.#choose(it, value, this.#digitsOf(place, key, value), depth))
    // The last of the list is done first, and all inside it before the next.
    for (const part of [...(it.allOf ?? [])].reverse()) tasks.push({ place, key, codec: part })
    if (!isContainer(value)) return
    const inside = new Place(value, place, key, this.#digits)
    for (const [name, inner] of codecsInside(it, value))
      tasks.push({ place: inside, key: name, codec: inner })
    const tagged = tagCodec(it, value)
    if (tagged) tasks.push({ place, key, codec: tagged })
  }

  #digitsOf(place: Place, key: string | number, value: unknown): string | undefined {
    return this.#isText && typeof value === 'string' ? value : place.digitsOf(key)
  }

  /** Tries the alternatives one after another; what was found of an object or array is remembered. */
  #choose(codec: Codec, value: unknown, digits: string | undefined, depth: number): unknown {
    if (depth === MOST_CHOICES) return value
    const known = this.#chosen.get(codec) ?? new Map<unknown, unknown>()
    this.#chosen.set(codec, known)
    if (isContainer(value) && known.has(value)) return known.get(value)
    const found = this.#firstOf(codec, value, digits, depth)
    if (isContainer(value)) known.set(value, found)
    return found
  }

  #firstOf({ choice = [] }: Codec, value: unknown, digits: string | undefined, depth: number): unknown {
    for (const { codec, is } of choice) {
      const decoded = this.run(typeof codec === 'function' ? codec() : codec, value, digits, depth + 1)
      if (is ? is(decoded) : decoded !== value) return decoded
    }
    return value
  }
}

function codecsInside(
  codec: Codec,
  value: Container,
): (readonly [key: string | number, codec: InnerCodec])[] {
  return isList(value) ? codecsOfItems(codec, value) : codecsOfProperties(codec, value)
}

function codecsOfItems({ prefixItems = [], items }: Codec, value: readonly unknown[]) {
  const found: (readonly [number, InnerCodec])[] = []
  const end = items ? value.length : Math.min(value.length, prefixItems.length)
  for (let index = 0; index < end; index += 1) {
    const codec = index < prefixItems.length ? prefixItems[index] : items
    if (codec) found.push([index, codec])
  }
  return found
}

function codecsOfProperties(codec: Codec, value: object): (readonly [string, InnerCodec])[] {
  const { properties = {}, patternProperties = [], additionalProperties } = codec
  if (!additionalProperties && patternProperties.length === 0) {
    return Object.entries(properties).flatMap(([name, inner]) =>
      inner && Object.hasOwn(value, name) ? [[name, inner] as const] : [],
    )
  }
  return Object.keys(value).flatMap((name) => {
    const isNamed = Object.hasOwn(properties, name)
    const matching = patternProperties.filter(([pattern]) => pattern.test(name))
    const isOther = !isNamed && matching.length === 0
    const codecs = [
      isNamed && properties[name],
      ...matching.map(([, it]) => it),
      isOther && additionalProperties,
    ]
    return codecs.flatMap((it) => (it ? [[name, it] as const] : []))
  })
}

/** The codec that the value of a property chooses. */
function tagCodec({ tag }: Codec, value: Container): InnerCodec | undefined {
  if (!tag || isList(value) || !Object.hasOwn(value, tag.property)) return undefined
  const found = value[tag.property]
  return typeof found === 'string' && Object.hasOwn(tag.codecs, found) ? tag.codecs[found] : undefined
}
