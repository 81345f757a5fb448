/**
 * Whether two JSON values are equal (JSON Schema Core 4.2.2): numbers by value, so 1 equals 1.0 and 0 equals -0; arrays item by
 * item; objects whatever the order of their properties. Only own enumerable properties count, and one that is `undefined` is
 * absent. What is still to be compared is kept in a list and not on the stack, so values may be nested as deeply as they like.
 */
export function isEqual(a: unknown, b: unknown): boolean {
  return a === b || (isContainer(a) && isContainer(b) && areEqualContainers(a, b))
}

/** An array or object. */
type Container = readonly unknown[] | Readonly<Record<string, unknown>>

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}

function areEqualContainers(a: Container, b: Container): boolean {
  const open = [a, b]
  while (open.length > 0) {
    const right = open.pop()!
    if (!haveEqualEntries(open.pop()!, right, open)) return false
  }
  return true
}

/** Whether two entries may be equal as far as can be seen without looking into them; containers are put on the list. */
function canBeEqual(a: unknown, b: unknown, open: Container[]): boolean {
  if (a === b) return true
  if (!isContainer(a) || !isContainer(b)) return false
  open.push(a, b)
  return true
}

function haveEqualEntries(left: Container, right: Container, open: Container[]): boolean {
  if (isList(left)) return isList(right) && haveEqualItems(left, right, open)
  return !isList(right) && haveEqualProperties(left, right, open)
}

/** `Array.isArray` for arrays that are not to be changed. */
function isList(value: Container): value is readonly unknown[] {
  return Array.isArray(value)
}

function haveEqualItems(left: readonly unknown[], right: readonly unknown[], open: Container[]): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index += 1) {
    if (!canBeEqual(left[index], right[index], open)) return false
  }
  return true
}

function haveEqualProperties(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
  open: Container[],
): boolean {
  let onlyRight = 0
  for (const key of Object.keys(right)) if (right[key] !== undefined) onlyRight += 1
  for (const key of Object.keys(left)) {
    const value = left[key]
    if (value === undefined) continue
    if (!Object.hasOwn(right, key) || !canBeEqual(value, right[key], open)) return false
    onlyRight -= 1
  }
  return onlyRight === 0
}
