import {
  type Code,
  code,
  type Declaration,
  type FunctionParameter,
  identifier,
  imported,
  join,
  literal,
  regExp,
} from '../../emit/index.js'
import type { JsonValue } from '../../json.js'
import type { Pattern, Schema } from '../../model/types.js'
import type { Facts } from './facts.js'
import { atDepth } from './naming.js'
import type { SharedSchemas } from './shared-schemas.js'
import { referencesIn } from './subschemas.js'
import type { Subject } from './subject.js'

/** The two functions that a part of a schema may need. */
export type PartKind = 'is' | 'check'

/** A function that is still to be printed. */
export interface Part {
  readonly kind: PartKind
  readonly functionName: string
  readonly subject: Pick<Subject, 'schema' | 'name' | 'cycle'>
}

/** Up to so many names are compared one by one, which is faster than to look them up; more would not be read. */
const MAX_COMPARED_NAMES = 24

/** One module of validators while it is being made: its names, its constants, and the functions that it turned out to need. */
export class Scope {
  /** Constants in the order in which they came up. */
  readonly constants: Declaration[] = []
  /** Maps to functions, which have to come after those. */
  readonly tables: Declaration[] = []
  /** Functions on the names of properties, in the order in which they came up. */
  readonly predicates: Declaration[] = []
  readonly facts: Facts
  readonly #path: string
  readonly #paths: ReadonlyMap<string, string>
  readonly #shared: SharedSchemas
  readonly #names = new Set<string>()
  readonly #constants = new Map<string, Code>()
  readonly #partNames = new Map<Schema, string>()
  readonly #parts = new Map<string, Part>()
  readonly #pending: Part[] = []

  /** @param paths the module of the functions of each named or shared schema. */
  constructor(path: string, paths: ReadonlyMap<string, string>, facts: Facts, shared: SharedSchemas) {
    this.#path = path
    this.#paths = paths
    this.#shared = shared
    this.facts = facts
    for (const [name, it] of paths) if (it === path) this.#claimPart(name)
  }

  /** Whether the subject is valid by a named schema, as a call. */
  isNamed(name: string, subject: Subject): Code {
    const { value, depth } = subject
    const isFunction = this.isNamedFunction(name, subject)
    return this.#recurs(name, subject)
      ? code`${isFunction}(${value}, ${depth!} + 1)`
      : code`${isFunction}(${value})`
  }

  /** The function that `isNamed` calls. */
  isNamedFunction(name: string, subject: Pick<Subject, 'cycle' | 'depth'>): Code {
    return this.#function(this.#recurs(name, subject) ? atDepth(`is${name}`) : `is${name}`, name)
  }

  #recurs(name: string, { cycle, depth }: Pick<Subject, 'cycle' | 'depth'>): boolean {
    return depth !== undefined && this.facts.cycleOf(name) === cycle
  }

  /** Whether the subject is valid, as the call of a function `isFooBar` made for its schema. */
  isPart(subject: Subject): Code {
    const shared = this.shared(subject.schema)
    if (shared !== undefined) return code`${shared.is}(${subject.value})`
    const { name, cycle } = this.#part('is', subject)
    const isFunction = identifier(`is${name}`)
    if (cycle === undefined) return code`${isFunction}(${subject.value})`
    return code`${isFunction}(${subject.value}, ${subject.depth ?? literal(0)})`
  }

  /** The function that `isPart` calls. */
  isPartFunction(subject: Subject): Code {
    const shared = this.shared(subject.schema)
    return shared?.is ?? identifier(`is${this.#part('is', subject).name}`)
  }

  /** `checkFoo` of a named schema. */
  checkNamed(name: string): Code {
    return this.#function(`check${name}`, name)
  }

  /** The functions `isFooBar` and `checkFooBar` of a shared schema, if the schema is one. */
  shared(schema: Schema): Record<PartKind, Code> | undefined {
    const shared = this.#shared.use(schema)
    if (shared === undefined) return undefined
    const { name } = shared
    return { is: this.#function(`is${name}`, name), check: this.#function(`check${name}`, name) }
  }

  /** `checkFooBar`, a function made for the subject's schema. */
  checkPart(subject: Subject): Code {
    return identifier(`check${this.#part('check', subject).name}`)
  }

  /** The part that a subject's schema is; the module declares its function from then on. */
  #part(kind: PartKind, { schema, name, cycle }: Subject): Part['subject'] {
    const partName = this.#partNames.get(schema) ?? this.#claimPart(name)
    this.#partNames.set(schema, partName)
    const functionName = kind + partName
    const known = this.#parts.get(functionName)
    if (known !== undefined) return known.subject
    const recurs = cycle !== undefined && referencesIn(schema).some((it) => this.facts.cycleOf(it) === cycle)
    const subject = { schema, name: partName, ...(recurs && { cycle }) }
    const part = { kind, functionName, subject }
    this.#parts.set(functionName, part)
    this.#pending.push(part)
    return subject
  }

  /** The next part that has no function yet. */
  nextPart(): Part | undefined {
    return this.#pending.shift()
  }

  /** A regular expression as a constant. */
  pattern({ source, flags }: Pattern, name: string): Code {
    return this.#constant(`${name}Pattern`, regExp(source, flags))
  }

  /** A function that says whether a key is one of the names of properties. */
  isProperty(names: readonly string[], name: string): Code {
    const key = identifier('propertyName')
    const isKnown =
      names.length > 0 && names.length <= MAX_COMPARED_NAMES
        ? join(
            names.map((it) => code`${key} === ${literal(it)}`),
            ' || ',
          )
        : code`${this.#constant(`${name}Properties`, code`new Set<string>(${literal([...names])})`)}.has(${key})`
    return this.#predicate(
      `is${name}Property`,
      { name: 'propertyName', type: code`string` },
      code`return ${isKnown}`,
    )
  }

  /** A function for a condition; the same one for the same condition. */
  #predicate(wanted: string, parameter: FunctionParameter, body: Code): Code {
    const known = this.#constants.get(body.text)
    if (known !== undefined) return known
    const name = this.#claim(wanted)
    this.#constants.set(body.text, identifier(name))
    this.predicates.push({
      kind: 'function',
      name,
      visibility: 'private',
      parameters: [parameter],
      returns: code`boolean`,
      body,
    })
    return identifier(name)
  }

  /** A set of primitive values as a constant. */
  values(values: readonly JsonValue[], name: string): Code {
    return this.#constant(`${name}Values`, code`new Set<unknown>(${literal(values)})`)
  }

  /** A map from values to functions on a value as a constant. */
  functions(entries: readonly Code[], type: Code, name: string): Code {
    const value = code`new Map<unknown, ${type}>([${join(entries, ', ')}])`
    return this.#constant(`${name}ByTag`, value, this.tables)
  }

  /** A constant for an expression; the same one for the same expression. */
  #constant(pascalName: string, value: Code, declarations = this.constants): Code {
    const known = this.#constants.get(value.text)
    if (known !== undefined) return known
    const name = this.#claim(pascalName.charAt(0).toLowerCase() + pascalName.slice(1))
    const constant = identifier(name)
    this.#constants.set(value.text, constant)
    declarations.push({ kind: 'constant', name, visibility: 'private', value })
    return constant
  }

  /** A function that belongs to a named schema, imported if it is in another module. */
  #function(functionName: string, name: string): Code {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`There is no schema ${name}`)
    return path === this.#path ? identifier(functionName) : imported(path, functionName)
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
