/** Whether an object has no properties but known ones; one that is `undefined` is absent, as it is in JSON. */
export function hasOnly(
  object: Readonly<Record<string, unknown>>,
  isKnown: (key: string) => boolean,
): boolean {
  for (const key in object) if (!isKnown(key) && object[key] !== undefined) return false
  return true
}
