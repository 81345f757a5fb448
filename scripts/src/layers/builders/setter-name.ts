/**
 * Names that a builder's own methods have, that every object has, or that the language calls: `then` would make the builder a
 * promise to `await`, and `toJSON` would be called by `JSON.stringify`.
 */
const TAKEN: ReadonlySet<string> = new Set([
  'build',
  'with',
  'then',
  'toJSON',
  'constructor',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
])

/** What {@link setterName} makes of a taken name, and of that again. */
const SETTERS_OF_TAKEN = new RegExp(`^set(?:Set)*(?:${[...TAKEN].map(capitalize).join('|')})$`)

/**
 * Name of the setter of a property: the property's own, also where that is no identifier (`builder['content-type'](…)`); with
 * `set` before it where the name is taken (`setBuild`), or is what such a name becomes (`setSetBuild`). It depends on nothing but
 * the property's name, and no two names have the same.
 */
export function setterName(property: string): string {
  const isTaken = TAKEN.has(property) || SETTERS_OF_TAKEN.test(property)
  return isTaken ? `set${capitalize(property)}` : property
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
