/** An object of JSON, by names of its properties. */
export type ObjectValue = Readonly<Record<string, unknown>>

/** Whether `value` is an object of JSON: neither null nor an array. */
export function isObject(value: unknown): value is ObjectValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether `value` is an array. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Whether `value` is a number that JSON can hold. */
export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Whether `value` is a number without a fraction (JSON Schema Validation 6.1.1: 1.0 is an integer). */
export function isInteger(value: unknown): value is number {
  return Number.isInteger(value)
}

/** The own property of an object, for names that `Object.prototype` has too. */
export function ownProperty(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as ObjectValue)[name] : undefined
}

/** How many properties an object has; one that is `undefined` is absent, as it is in JSON. */
export function countProperties(object: object): number {
  let count = 0
  for (const key in object) if ((object as ObjectValue)[key] !== undefined) count += 1
  return count
}

/** Whether an object has just so many properties, which is mostly known without looking at their values. */
export function hasSoMany(object: object, count: number): boolean {
  let keys = 0
  for (const _ in object) keys += 1
  return keys === count || (keys > count && countProperties(object) === count)
}

/** Whether an object may have properties that are not its own: its prototype is not that of plain objects. */
export function inherits(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object)
  return prototype !== Object.prototype && prototype !== null
}
