import { type Code, code, type Declaration, identifier, imported, literal, regExp } from '../../emit/index.js'
import type { JsonValue } from '../../json.js'
import type { Pattern, Schema } from '../../model/types.js'
import type { Subject } from './subject.js'

/** Where the validators of a named schema are, and what it says. */
export interface NamedValidator {
  readonly path: string
  readonly schema: Schema
}

/** The two functions that a part of a schema may need. */
export type PartKind = 'is' | 'check'

/** A function that is still to be printed. */
export interface Part {
  readonly kind: PartKind
  readonly functionName: string
  readonly subject: Pick<Subject, 'schema' | 'name'>
}

/** One module of validators while it is being made: its names, its constants, and the functions that it turned out to need. */
export class Scope {
  /** Constants in the order in which they came up. */
  readonly constants: Declaration[] = []
  readonly #path: string
  readonly #named: ReadonlyMap<string, NamedValidator>
  readonly #names = new Set<string>()
  readonly #constants = new Map<string, Code>()
  readonly #partNames = new Map<Schema, string>()
  readonly #parts = new Map<string, Part>()
  readonly #pending: Part[] = []

  constructor(path: string, named: ReadonlyMap<string, NamedValidator>) {
    this.#path = path
    this.#named = named
    for (const [name, it] of named) if (it.path === path) this.#claimPart(name)
  }

  /** What a named schema says. */
  readonly resolve = (name: string): Schema => this.#find(name).schema

  /** `isFoo` or `checkFoo` of a named schema. */
  functionOf(kind: PartKind, name: string): Code {
    const { path } = this.#find(name)
    return path === this.#path ? identifier(kind + name) : imported(path, kind + name)
  }

  /** `isFooBar` or `checkFooBar` of a part of a schema; the module declares it from then on. */
  partOf(kind: PartKind, { schema, name }: Subject): Code {
    const partName = this.#partNames.get(schema) ?? this.#claimPart(name)
    this.#partNames.set(schema, partName)
    const functionName = kind + partName
    if (!this.#parts.has(functionName)) {
      const part = { kind, functionName, subject: { schema, name: partName } }
      this.#parts.set(functionName, part)
      this.#pending.push(part)
    }
    return identifier(functionName)
  }

  /** The next part that has no function yet. */
  nextPart(): Part | undefined {
    return this.#pending.shift()
  }

  /** A regular expression as a constant. */
  pattern({ source, flags }: Pattern, name: string): Code {
    return this.#constant(`${name}Pattern`, regExp(source, flags))
  }

  /** A set of property names as a constant. */
  properties(names: readonly string[], name: string): Code {
    return this.#constant(`${name}Properties`, code`new Set<string>(${literal([...names])})`)
  }

  /** A set of primitive values as a constant. */
  values(values: readonly JsonValue[], name: string): Code {
    return this.#constant(`${name}Values`, code`new Set<unknown>(${literal(values)})`)
  }

  /** A constant for an expression; the same one for the same expression. */
  #constant(pascalName: string, value: Code): Code {
    const known = this.#constants.get(value.text)
    if (known !== undefined) return known
    const name = this.#claim(pascalName.charAt(0).toLowerCase() + pascalName.slice(1))
    const constant = identifier(name)
    this.#constants.set(value.text, constant)
    this.constants.push({ kind: 'constant', name, visibility: 'private', value })
    return constant
  }

  #find(name: string): NamedValidator {
    const found = this.#named.get(name)
    if (found === undefined) throw new Error(`There is no schema ${name}`)
    return found
  }

  /** A name that is free in the module: longer by `_` where it is not. */
  #claim(name: string): string {
    let candidate = name
    while (this.#names.has(candidate)) candidate += '_'
    this.#names.add(candidate)
    return candidate
  }

  /** A name of which both functions are free. */
  #claimPart(name: string): string {
    let candidate = name
    while (this.#names.has(`is${candidate}`) || this.#names.has(`check${candidate}`)) candidate += '_'
    this.#names.add(`is${candidate}`).add(`check${candidate}`)
    return candidate
  }
}
