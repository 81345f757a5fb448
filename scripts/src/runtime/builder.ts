/** A way in which a value can be complete: the properties that it needs, and those that it must not have. */
export interface Way {
  readonly needs: readonly string[]
  readonly excludes: readonly string[]
}

/** What a builder has to know of the object that it builds. */
export interface Definition {
  /** Names of the properties, in the order in which the object has them. */
  readonly properties: readonly string[]
  /** Names of the setters of properties that have names which mean something else on a builder. */
  readonly setters?: Readonly<Record<string, string>>
  /** The object is complete when it is so in one of these ways. */
  readonly ways: readonly Way[]
  /** Whether properties with other names may be set too, by `with`. */
  readonly isOpen?: boolean
}

/**
 * The `Methods` that a builder has once the properties `Given` are set: no `build` before the object is complete, and no
 * setter of a property that those given rule out.
 */
export type Builder<Methods, D extends Definition, Given extends string> =
  true extends IsComplete<OpenWay<D, Given>, Given>
    ? Without<Methods, SetterName<D, Closed<D, Given>>>
    : Without<Methods, 'build' | SetterName<D, Closed<D, Given>>> &
        Incomplete<MissingIn<OpenWay<D, Given>, Given>>

/** A builder that has no `build` yet: the properties `Missing` can still complete the object. */
export interface Incomplete<Missing extends string> {
  readonly [missing]?: Missing
}
declare const missing: unique symbol

/** Type of the property `Name` of an object, when it is there; of each that has it in a union of objects. */
export type PropertyOf<T, Name extends string> = Name extends KeyOf<T> ? ValueAt<T, Name> : unknown

/** Type of the properties of an object that it does not declare. */
export type AdditionalPropertyOf<T> = string extends KeyOf<T> ? ValueAt<T, string> : unknown

/** `Name`, or `never` when that is a declared property, which has a setter of its own. */
export type Undeclared<Name extends string, D extends Definition> = Exclude<Name, D['properties'][number]>

type KeyOf<T> = T extends unknown ? keyof T : never
type ValueAt<T, Name extends string> = T extends unknown
  ? Name extends keyof T
    ? Exclude<T[Name], undefined>
    : never
  : never

/** The ways that the properties `Given` leave open. */
type OpenWay<D extends Definition, Given extends string> = WithoutConflict<D['ways'][number], Given>
type WithoutConflict<W extends Way, Given extends string> = W extends Way
  ? [Given & W['excludes'][number]] extends [never]
    ? W
    : never
  : never

type IsComplete<W extends Way, Given extends string> = W extends Way
  ? [W['needs'][number]] extends [Given]
    ? true
    : false
  : false

type MissingIn<W extends Way, Given extends string> = W extends Way
  ? Exclude<W['needs'][number], Given>
  : never

/** The properties that every open way excludes. */
type Closed<D extends Definition, Given extends string> = Exclude<
  Contested<D>,
  AllowedBy<OpenWay<D, Given>, Contested<D>>
>
type Contested<D extends Definition> = D['ways'][number]['excludes'][number]
type AllowedBy<W extends Way, Names extends string> = W extends Way
  ? Exclude<Names, W['excludes'][number]>
  : never

type SetterName<D extends Definition, Name extends string> = D extends {
  readonly setters: infer Setters extends NonNullable<Definition['setters']>
}
  ? Name extends keyof Setters
    ? Setters[Name]
    : Name
  : Name

type Without<Methods, Names extends string> = [Names] extends [never] ? Methods : Omit<Methods, Names>

/** Throws if a value is not valid. */
type Assert = (value: unknown) => void

/** A builder with nothing set. `B` is the {@link Builder} of `definition`. */
export function createBuilder<B extends object>(definition: Definition, assert: Assert): B {
  // The methods are made of the definition that `B` computes them from, but TypeScript cannot compare the two computations.
  return builderOf(definition, assert, new Map()) as B
}

function builderOf(definition: Definition, assert: Assert, values: ReadonlyMap<string, unknown>): object {
  const open = definition.ways.filter(({ excludes }) => !excludes.some((name) => values.has(name)))
  const set = (name: string) => (value: unknown) =>
    builderOf(definition, assert, new Map(values).set(name, value))
  const methods = new Map<string, unknown>()
  for (const name of allowedProperties(definition, open)) methods.set(setterName(definition, name), set(name))
  if (definition.isOpen) {
    methods.set('with', (name: string, value: unknown) => set(undeclared(definition, name))(value))
  }
  if (open.some(({ needs }) => needs.every((name) => values.has(name)))) {
    methods.set('build', () => build(definition, assert, values))
  }
  return Object.freeze(Object.fromEntries(methods))
}

function allowedProperties({ properties }: Definition, open: readonly Way[]): readonly string[] {
  const [first, ...others] = open
  const closed = new Set(
    first?.excludes.filter((name) => others.every(({ excludes }) => excludes.includes(name))),
  )
  return properties.filter((name) => !closed.has(name))
}

function setterName({ setters = {} }: Definition, name: string): string {
  return Object.hasOwn(setters, name) ? setters[name]! : name
}

function undeclared({ properties }: Definition, name: string): string {
  if (!properties.includes(name)) return name
  throw new TypeError(`${JSON.stringify(name)} is a declared property: use its own setter`)
}

/**
 * The order of the properties is the definition's, and that of others by code unit, so that the object's JSON does not depend
 * on the order of the calls.
 */
function build(definition: Definition, assert: Assert, values: ReadonlyMap<string, unknown>): object {
  const declared = definition.properties.filter((name) => values.has(name))
  const additional = [...values.keys()].filter((name) => !definition.properties.includes(name))
  additional.sort()
  // `fromEntries` makes own properties of all names, `__proto__` too.
  const object = Object.fromEntries([...declared, ...additional].map((name) => [name, values.get(name)]))
  assert(object)
  return object
}
