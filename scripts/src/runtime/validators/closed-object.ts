/** Whether an object has no properties but those named. */
export function hasOnly(object: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): boolean {
  return unknownProperties(object, names).length === 0
}

/** The properties of an object that are not named; one that is `undefined` is absent, as it is in JSON. */
export function unknownProperties(
  object: Readonly<Record<string, unknown>>,
  names: ReadonlySet<string>,
): string[] {
  return Object.keys(object).filter((key) => !names.has(key) && object[key] !== undefined)
}
