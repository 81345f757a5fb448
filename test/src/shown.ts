import { inspect } from 'node:util'

/**
 * Everything that a value shows to a program that looks everywhere: as text, as JSON, to `util.inspect` at its most curious, and in
 * every property, own or inherited, enumerable or not, of it and of all that it leads to.
 */
export function shown(value: unknown): string {
  const texts: string[] = [
    inspect(value, { showHidden: true, depth: Infinity, getters: true, showProxy: true }),
  ]
  const seen = new Set<unknown>()
  const visit = (it: unknown): void => {
    if (typeof it === 'string' || typeof it === 'symbol') texts.push(String(it))
    if ((typeof it !== 'object' && typeof it !== 'function') || it === null || seen.has(it)) return
    seen.add(it)
    texts.push(...attempts.map((show) => show(it)))
    if (it instanceof Headers || it instanceof Map || it instanceof Set) for (const item of it) visit(item)
    for (const key of Reflect.ownKeys(it)) {
      visit(key)
      const descriptor = Object.getOwnPropertyDescriptor(it, key)
      visit(descriptor?.get === undefined ? descriptor?.value : undefined)
    }
    if (!BUILT_IN.has(Object.getPrototypeOf(it))) visit(Object.getPrototypeOf(it))
  }
  visit(value)
  return texts.join('\n')
}

const BUILT_IN: ReadonlySet<unknown> = new Set([Object.prototype, Function.prototype, Array.prototype, null])

type Attempt = (it: object) => string

/** Ways to make a text of an object; what throws shows nothing. */
const attempts: readonly Attempt[] = [
  attempt((it) => String(it)),
  attempt((it) => JSON.stringify(it) ?? ''),
  attempt((it) => inspect(it)),
]

function attempt(show: Attempt): Attempt {
  return (it) => {
    try {
      return show(it)
    } catch {
      return ''
    }
  }
}
