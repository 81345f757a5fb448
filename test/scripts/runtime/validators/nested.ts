/** Arrays or objects, one in the other, with a value at the bottom. */
export function nested(levels: number, bottom: unknown, wrap: (inner: unknown) => unknown): unknown {
  let value = bottom
  for (let level = 0; level < levels; level += 1) value = wrap(value)
  return value
}

/** Ways to put a value into another. */
export const wraps: Readonly<Record<string, (inner: unknown) => unknown>> = {
  arrays: (inner) => [inner],
  objects: (inner) => ({ a: inner }),
  'both, with others around': (inner) => [0, { b: 'x', a: inner }, null],
}
