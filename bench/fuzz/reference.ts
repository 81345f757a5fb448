import { isJsonObject, type JsonObject, type JsonValue, own } from '../../scripts/src/json.js'
import { assertions } from './reference-assertions.js'
import { Resources, type Resource } from './resolve.js'

/** Names and indexes of what a schema has evaluated of a value: the annotations that `unevaluated…` asks for. */
type Evaluated = ReadonlySet<string | number>

/** The resources that were entered on the way to a schema, the outermost first (JSON Schema Core 7.1). */
type DynamicScope = readonly Resource[]

/** Gives what is evaluated, or undefined if the value is not valid. */
type Apply = (schema: JsonValue, value: JsonValue) => Evaluated | undefined

/** Applies a keyword to a value; `before` is what the keywords before it have evaluated. */
type Applicator = (
  keyword: JsonValue,
  value: JsonValue,
  apply: Apply,
  schema: JsonObject,
  before: Evaluated,
) => Evaluated | undefined

const NOTHING: Evaluated = new Set()

/**
 * Whether a value is valid, found out by following the specification word by word, one keyword after the other, without a
 * thought for speed: what validators are compared with.
 */
export class Reference {
  readonly #root: JsonValue
  readonly #resources: Resources

  constructor(root: JsonValue) {
    this.#root = root
    this.#resources = new Resources(root)
  }

  /** Whether a value is valid. */
  readonly isValid = (value: JsonValue): boolean => this.#apply(this.#root, value, []) !== undefined

  #apply(schema: JsonValue, value: JsonValue, outer: DynamicScope): Evaluated | undefined {
    if (!isJsonObject(schema)) return schema === false ? undefined : NOTHING
    const scope = [...outer, this.#resources.of(schema)]
    const apply: Apply = (inner, part) => this.#apply(inner, part, scope)
    for (const [keyword, holds] of Object.entries(assertions)) {
      if (Object.hasOwn(schema, keyword) && !holds(schema[keyword]!, value)) return undefined
    }
    let evaluated = this.#followReferences(schema, value, scope)
    for (const [keyword, applicator] of Object.entries(applicators)) {
      if (evaluated === undefined) return undefined
      if (!Object.hasOwn(schema, keyword)) continue
      const found = applicator(schema[keyword]!, value, apply, schema, evaluated)
      evaluated = found && new Set([...evaluated, ...found])
    }
    return evaluated
  }

  /** `$ref` (Core 8.2.3.1) and `$dynamicRef` (8.2.3.2). */
  #followReferences(schema: JsonObject, value: JsonValue, scope: DynamicScope): Evaluated | undefined {
    const targets: JsonValue[] = []
    const [reference, dynamic] = [own(schema, '$ref'), own(schema, '$dynamicRef')]
    if (typeof reference === 'string') targets.push(this.#resources.target(schema, reference))
    if (typeof dynamic === 'string') targets.push(this.#dynamicTarget(schema, dynamic, scope))
    return union(targets.map((target) => this.#apply(target, value, scope)))
  }

  #dynamicTarget(schema: JsonValue, reference: string, scope: DynamicScope): JsonValue {
    const initial = this.#resources.target(schema, reference)
    const name = isJsonObject(initial) ? own(initial, '$dynamicAnchor') : undefined
    if (typeof name !== 'string' || !reference.endsWith(`#${name}`)) return initial
    return scope.find((it) => it.dynamicAnchors.has(name))?.dynamicAnchors.get(name) ?? initial
  }
}

/** The applicators, in an order in which each comes after those whose annotations it needs (Core 10 and 11). */
const applicators: Readonly<Record<string, Applicator>> = {
  allOf: (parts, value, apply) => union(schemas(parts).map((it) => apply(it, value))),
  anyOf: (parts, value, apply) => {
    const valid = schemas(parts).flatMap((it) => apply(it, value) ?? [])
    return valid.length === 0 ? undefined : union(valid)
  },
  oneOf: (parts, value, apply) => {
    const valid = schemas(parts).flatMap((it) => apply(it, value) ?? [])
    return valid.length === 1 ? valid[0] : undefined
  },
  not: (part, value, apply) => (apply(part, value) === undefined ? NOTHING : undefined),
  if: (condition, value, apply, schema) => {
    const found = apply(condition, value)
    const branch = own(schema, found === undefined ? 'else' : 'then')
    return union([found ?? NOTHING, branch === undefined ? NOTHING : apply(branch, value)])
  },
  dependentSchemas: (parts, value, apply) =>
    union(entries(parts).map(([name, part]) => (hasOwn(value, name) ? apply(part, value) : NOTHING))),
  properties: (parts, value, apply) =>
    each(
      entries(value).filter(([name]) => hasOwn(parts, name)),
      ([name, item]) => apply((parts as JsonObject)[name]!, item), // the filter has just found the name there
    ),
  patternProperties: (parts, value, apply) =>
    union(
      entries(parts).map(([pattern, part]) =>
        each(
          entries(value).filter(([name]) => new RegExp(pattern, 'u').test(name)),
          ([, item]) => apply(part, item),
        ),
      ),
    ),
  additionalProperties: (part, value, apply, schema) =>
    each(
      entries(value).filter(
        ([name]) =>
          !hasOwn(own(schema, 'properties') ?? {}, name) &&
          !entries(own(schema, 'patternProperties') ?? {}).some(([it]) => new RegExp(it, 'u').test(name)),
      ),
      ([, item]) => apply(part, item),
    ),
  propertyNames: (part, value, apply) =>
    entries(value).every(([name]) => apply(part, name) !== undefined) ? NOTHING : undefined,
  prefixItems: (parts, value, apply) =>
    each(items(value).slice(0, schemas(parts).length), ([index, item]) =>
      apply(schemas(parts)[index]!, item),
    ),
  items: (part, value, apply, schema) =>
    each(items(value).slice(schemas(own(schema, 'prefixItems') ?? []).length), ([, item]) =>
      apply(part, item),
    ),
  contains: (part, value, apply, schema) => {
    if (!Array.isArray(value)) return NOTHING
    const matching = items(value).flatMap(([index, item]) => (apply(part, item) === undefined ? [] : [index]))
    const least = own(schema, 'minContains') ?? 1
    const most = own(schema, 'maxContains') ?? Infinity
    return matching.length < Number(least) || matching.length > Number(most) ? undefined : new Set(matching)
  },
  unevaluatedItems: (part, value, apply, _schema, before) =>
    each(
      items(value).filter(([index]) => !before.has(index)),
      ([, item]) => apply(part, item),
    ),
  unevaluatedProperties: (part, value, apply, _schema, before) =>
    each(
      entries(value).filter(([name]) => !before.has(name)),
      ([, item]) => apply(part, item),
    ),
}

/** Everything that was evaluated, or undefined if one of them is not valid. */
function union(all: readonly (Evaluated | undefined)[]): Evaluated | undefined {
  const together = new Set<string | number>()
  for (const one of all) {
    if (one === undefined) return undefined
    for (const place of one) together.add(place)
  }
  return together
}

/** The places of entries, if all of them are valid. */
function each<Place extends string | number>(
  places: readonly (readonly [Place, JsonValue])[],
  apply: (entry: readonly [Place, JsonValue]) => Evaluated | undefined,
): Evaluated | undefined {
  return places.every((entry) => apply(entry) !== undefined)
    ? new Set(places.map(([place]) => place))
    : undefined
}

function entries(value: JsonValue): [string, JsonValue][] {
  return isJsonObject(value) ? Object.entries(value) : []
}

function items(value: JsonValue): [number, JsonValue][] {
  return Array.isArray(value) ? [...(value as readonly JsonValue[]).entries()] : []
}

function schemas(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}

function hasOwn(value: JsonValue, name: string): boolean {
  return isJsonObject(value) && Object.hasOwn(value, name)
}
