/** The check of a tree of named nodes. */

/** Whether a value is a node, and each node below it. */
export function is(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { name, size, children } = value as Readonly<Record<string, unknown>> // an object
  if (typeof name !== 'string' || !Number.isInteger(size) || (size as number) < 0) return false
  if (children === undefined) return true
  if (!Array.isArray(children)) return false
  for (let index = 0; index < children.length; index += 1) if (!is(children[index])) return false
  return true
}
