import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'

/** A schema of Valibot. */
export interface ValibotSchema {
  readonly kind: 'schema'
}

/** An issue of Valibot. */
export interface ValibotIssue {
  readonly path?: readonly { readonly key: PropertyKey }[]
  readonly message: string
}

/** What is used of Valibot. */
export interface Valibot {
  is(schema: ValibotSchema, value: unknown): boolean
  assert(schema: ValibotSchema, value: unknown): void
  parse(schema: ValibotSchema, value: unknown): unknown
  safeParse(schema: ValibotSchema, value: unknown): { readonly issues?: readonly ValibotIssue[] }
  string(): ValibotSchema
  number(): ValibotSchema
  boolean(): ValibotSchema
  null(): ValibotSchema
  array(items: ValibotSchema): ValibotSchema
  record(keys: ValibotSchema, values: ValibotSchema): ValibotSchema
  looseObject(entries: Readonly<Record<string, ValibotSchema>>): ValibotSchema
  strictObject(entries: Readonly<Record<string, ValibotSchema>>): ValibotSchema
  never(): ValibotSchema
  unknown(): ValibotSchema
  optional(schema: ValibotSchema): ValibotSchema
  union(options: readonly ValibotSchema[]): ValibotSchema
  variant(key: string, options: readonly ValibotSchema[]): ValibotSchema
  picklist(options: readonly JsonValue[]): ValibotSchema
  literal(value: JsonValue): ValibotSchema
  lazy(get: () => ValibotSchema): ValibotSchema
  pipe(schema: ValibotSchema, ...actions: unknown[]): ValibotSchema
  check(requirement: (value: unknown) => boolean, message: string): unknown
  integer(): unknown
  finite(): unknown
  minValue(value: JsonValue): unknown
  maxValue(value: JsonValue): unknown
  minLength(value: JsonValue): unknown
  maxLength(value: JsonValue): unknown
  regex(pattern: RegExp): unknown
  uuid(): unknown
  url(): unknown
  isoTimestamp(): unknown
}

type Convert = (schema: JsonValue) => ValibotSchema

/** The schema of Valibot for a component schema. @throws if a keyword has no counterpart. */
export function valibotSchemaOf(v: Valibot, schemas: JsonObject, root: string): ValibotSchema {
  const named = new Map<string, ValibotSchema>()
  const convert: Convert = (schema) => {
    if (schema === false) return v.never()
    if (!isJsonObject(schema)) return v.unknown()
    const { $ref } = schema
    return typeof $ref === 'string'
      ? v.lazy(() => byName($ref.split('/').at(-1)!))
      : composed(v, schema, convert)
  }
  const byName = (name: string): ValibotSchema => {
    const schema = named.get(name) ?? convert(schemas[name]!)
    named.set(name, schema)
    return schema
  }
  return byName(root)
}

/** A schema with `oneOf` beside its own keywords, or alone. */
function composed(v: Valibot, schema: JsonObject, convert: Convert): ValibotSchema {
  const { oneOf } = schema
  if (!Array.isArray(oneOf)) return typed(v, schema, convert)
  const branches = oneOf.map(convert)
  const isOneOf = (value: unknown) => branches.filter((branch) => v.is(branch, value)).length === 1
  const base = schema['type'] === undefined ? v.unknown() : typed(v, schema, convert)
  return v.pipe(base, v.check(isOneOf, 'must match exactly one of the alternatives'))
}

const converters: Readonly<
  Record<string, (v: Valibot, schema: JsonObject, convert: Convert) => ValibotSchema>
> = {
  object: objectOf,
  array: (v, { items = true }, convert) => v.array(convert(items)),
  string: stringOf,
  number: (v, schema) => v.pipe(v.number(), v.finite(), ...bounds(v, schema)),
  integer: (v, schema) => v.pipe(v.number(), v.integer(), ...bounds(v, schema)),
  boolean: (v) => v.boolean(),
  null: (v) => v.null(),
}

function typed(v: Valibot, schema: JsonObject, convert: Convert): ValibotSchema {
  const { type, enum: values } = schema
  if (schema['const'] !== undefined) return v.literal(schema['const'])
  if (Array.isArray(values)) {
    const texts = values.filter((value) => value !== null)
    return texts.length === values.length ? v.picklist(texts) : v.union([v.picklist(texts), v.null()])
  }
  if (Array.isArray(type))
    return v.union(type.map((one: JsonValue) => typed(v, { ...schema, type: one }, convert)))
  const converter = converters[String(type ?? (schema['properties'] && 'object'))]
  if (converter === undefined) throw new TypeError(`no counterpart of ${JSON.stringify(schema)}`)
  return converter(v, schema, convert)
}

function objectOf(v: Valibot, schema: JsonObject, convert: Convert): ValibotSchema {
  const { properties = {}, required = [], additionalProperties = true } = schema
  const names = new Set<JsonValue>(Array.isArray(required) ? required : [])
  const entries = Object.entries(properties as JsonObject).map(([name, property]) => {
    // an object, as the schema is valid
    const entry = convert(property)
    return [name, names.has(name) ? entry : v.optional(entry)]
  })
  const object = (additionalProperties === false ? v.strictObject : v.looseObject)(
    Object.fromEntries(entries),
  )
  if (names.size > 0) return object
  // Valibot takes an array for an object; a property that is required mostly refuses it.
  return v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), 'must be an object'),
    object,
  )
}

function stringOf(v: Valibot, schema: JsonObject): ValibotSchema {
  const { minLength, maxLength, pattern, format } = schema
  const formats = new Map([
    ['uuid', v.uuid],
    ['uri', v.url],
    ['date-time', v.isoTimestamp],
  ])
  const check = typeof format === 'string' ? formats.get(format) : undefined
  return v.pipe(
    v.string(),
    ...(minLength === undefined ? [] : [v.minLength(minLength)]),
    ...(maxLength === undefined ? [] : [v.maxLength(maxLength)]),
    ...(typeof pattern === 'string' ? [v.regex(new RegExp(pattern, 'u'))] : []),
    ...(check === undefined ? [] : [check()]),
  )
}

function bounds(v: Valibot, { minimum, maximum }: JsonObject): unknown[] {
  return [
    ...(minimum === undefined ? [] : [v.minValue(minimum)]),
    ...(maximum === undefined ? [] : [v.maxValue(maximum)]),
  ]
}
