import { isIdentifier } from '../../emit/index.js'

/** Names of variables for properties, in camelCase: the same property gets the same name, two properties never do. */
export class Locals {
  readonly #names = new Map<string, string>()

  /** The variable for the property `name`. */
  of(name: string): string {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    const variable = this.free(variableName(name))
    this.#names.set(name, variable)
    return variable
  }

  /** A name that no property has so far: longer by `_` where one has it. */
  free(name: string): string {
    const taken = new Set(this.#names.values())
    let candidate = name
    while (taken.has(candidate)) candidate += '_'
    return candidate
  }
}

function variableName(property: string): string {
  const words = property.split(/[^A-Za-z0-9_$]+/).filter(Boolean)
  const name = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join('')
  return isIdentifier(name) ? name : `_${name}`
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
