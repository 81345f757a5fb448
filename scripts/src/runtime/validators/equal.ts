/** Whether two JSON values are equal (JSON Schema Core 4.2.2): numbers by value, objects whatever the order of their properties. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isEqual(item, b[index]))
    )
  }
  const left = Object.entries(a).filter(isPresent)
  const right = new Map(Object.entries(b).filter(isPresent))
  return (
    left.length === right.size && left.every(([key, item]) => right.has(key) && isEqual(item, right.get(key)))
  )
}

function isPresent([, item]: [string, unknown]): boolean {
  return item !== undefined
}
