/** Checks of a small object of seven properties, one of them an object. */

type Properties = Readonly<Record<string, unknown>>

interface Moltar extends Properties {
  readonly deeplyNested: Properties
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value has every property, each of its type. */
export function isLoose(value: unknown): value is Moltar {
  if (!isObject(value)) return false
  const { number, negNumber, maxNumber, string, longString, boolean, deeplyNested } = value
  if (!Number.isFinite(number) || !Number.isFinite(negNumber) || !Number.isFinite(maxNumber)) return false
  if (typeof string !== 'string' || typeof longString !== 'string' || typeof boolean !== 'boolean')
    return false
  if (!isObject(deeplyNested)) return false
  const { foo, num, bool } = deeplyNested
  return typeof foo === 'string' && Number.isFinite(num) && typeof bool === 'boolean'
}

/** Where every property is required it is enough to count. */
function hasCount(value: Properties, count: number): boolean {
  let found = 0
  for (const _ in value) found += 1
  return found === count
}

/** Whether a value has every property, each of its type, and no other. */
export function isStrict(value: unknown): boolean {
  return isLoose(value) && hasCount(value, 7) && hasCount(value.deeplyNested, 3)
}

/** A copy without what is not known. */
export function known(value: unknown): unknown {
  const { number, negNumber, maxNumber, string, longString, boolean, deeplyNested } = value as Moltar // it was checked
  const { foo, num, bool } = deeplyNested
  return { number, negNumber, maxNumber, string, longString, boolean, deeplyNested: { foo, num, bool } }
}
