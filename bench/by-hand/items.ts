/** The check of a list of small objects. */

function isTags(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let index = 0; index < value.length; index += 1) if (typeof value[index] !== 'string') return false
  return true
}

function isItem(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { id, name, price, inStock, tags } = value as Readonly<Record<string, unknown>> // an object
  return (
    Number.isInteger(id) &&
    typeof name === 'string' &&
    name !== '' &&
    Number.isFinite(price) &&
    (price as number) >= 0 &&
    typeof inStock === 'boolean' &&
    (tags === undefined || isTags(tags))
  )
}

/** Whether a value is a list of items. */
export function is(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  for (let index = 0; index < value.length; index += 1) if (!isItem(value[index])) return false
  return true
}
