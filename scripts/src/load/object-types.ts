import { normalizeTypes, Oas3_1Types, Oas3Types } from '@redocly/openapi-core'
import type { JsonValue } from '../json.js'
import { keywords, type Shape } from './keywords.js'
import { member, referenceOf } from './resolver.js'
import type { Version } from './version.js'

/** What OpenAPI says of one kind of object or array: its fields, and which are required. */
export type ObjectType = ReturnType<typeof normalizeTypes>[string]

type TypeDefinition = Parameters<typeof normalizeTypes>[0][string]

/** What OpenAPI says of a field that holds no object of its own. */
export interface Scalar {
  readonly type?: 'string' | 'boolean' | 'number' | 'integer' | 'object' | 'array'
  readonly enum?: readonly string[]
  readonly items?: Scalar
}

/** All kinds of objects of a version, by name; `Root` is the document. */
export interface ObjectTypes {
  readonly Root: ObjectType
  readonly named: ReadonlyMap<string, ObjectType>
}

/** Which objects a reference may stand for, and the section of `components` that keeps them (OpenAPI 3.1.1, 4.8.7). */
export const sections: ReadonlyMap<string, string> = new Map([
  ['Schema', 'schemas'],
  ['Response', 'responses'],
  ['Parameter', 'parameters'],
  ['Example', 'examples'],
  ['RequestBody', 'requestBodies'],
  ['Header', 'headers'],
  ['SecurityScheme', 'securitySchemes'],
  ['Link', 'links'],
  ['Callback', 'callbacks'],
])

/** Where a schema has schemas, and the other objects of a Schema Object. All other keywords hold plain data. */
const schemaFields: Readonly<Partial<Record<Shape, TypeDefinition['properties'][string]>>> = {
  schema: 'Schema',
  schemas: 'SchemaList',
  'schema map': 'NamedSchemas',
  'schemas by pattern': 'NamedSchemas',
  discriminator: 'Discriminator',
  externalDocs: 'ExternalDocs',
  xml: 'Xml',
}

/** A range or a code of HTTP (OpenAPI 3.1.1, 4.8.16.1). */
const STATUS = /^[1-5](?:\d\d|XX)$/

/**
 * The tables of Redocly, which name each field of each object of OpenAPI, with its own additions (fields that begin with `x-`)
 * taken out, with schemas by our table, and with these corrected: a mapping of a discriminator may hold anything until it is
 * checked; `5xx` is no status; a callback has extensions; path items are put where they are referred to, so that each operation
 * belongs to one path.
 */
export function objectTypes(version: Version): ObjectTypes {
  const tables: Record<string, TypeDefinition> = version === '3.0' ? Oas3Types : Oas3_1Types
  const { pathItems: _, ...components } = tables['Components']?.properties ?? {}
  const types = normalizeTypes({
    ...withoutExtensions(tables),
    Schema: { properties: schemaProperties(version) },
    SchemaList: { properties: {}, items: 'Schema' },
    DiscriminatorMapping: { properties: {}, additionalProperties: { type: 'string' } },
    Components: { properties: components },
    Responses: {
      properties: { default: 'Response' },
      additionalProperties: (_value, key) => (STATUS.test(key) ? 'Response' : undefined),
    },
    Callback: {
      properties: {},
      additionalProperties: (_value, key) => (key.startsWith('x-') ? undefined : 'PathItem'),
    },
  })
  const named = new Map(Object.entries(types))
  const Root = named.get('Root')
  if (!Root) throw new Error('the tables of @redocly/openapi-core have no Root')
  return { Root, named }
}

function schemaProperties(version: Version): TypeDefinition['properties'] {
  const entries = [...keywords[version]].map(([keyword, shape]) => [keyword, schemaFields[shape] ?? null])
  return Object.fromEntries(entries)
}

function withoutExtensions(tables: Record<string, TypeDefinition>): Record<string, TypeDefinition> {
  return Object.fromEntries(
    Object.entries(tables).map(([name, type]) => {
      const fields = Object.entries(type.properties).filter(([field]) => !field.startsWith('x-'))
      return [name, { ...type, properties: Object.fromEntries(fields) }]
    }),
  )
}

/** What OpenAPI says of the member `key`: an object type, a scalar, `null` for any value, `undefined` for an unknown member. */
export function fieldOf(
  type: ObjectType,
  key: string,
  value: JsonValue,
): ObjectType | Scalar | null | undefined {
  const known = Object.hasOwn(type.properties, key) ? type.properties[key] : type.additionalProperties
  return typeof known === 'function' ? known(value, key) : known
}

/** The type of the member `key` if that is an object or array of OpenAPI, and not plain data. */
export function typeOf(type: ObjectType, key: string | number, value: JsonValue): ObjectType | undefined {
  const field = typeof key === 'number' ? itemsOf(type) : fieldOf(type, key, value)
  return isObjectType(field) ? field : undefined
}

function itemsOf({ items }: ObjectType): ObjectType | Scalar | null | undefined {
  return typeof items === 'function' ? undefined : items
}

/** Whether a field holds an object or array of OpenAPI. */
export function isObjectType(field: ObjectType | Scalar | null | undefined): field is ObjectType {
  return field !== null && field !== undefined && 'name' in field && field.name !== undefined
}

/** The type of the value that `tokens` lead to from the root, without crossing a reference that stands for the object it is in. */
export function typeAt(
  types: ObjectTypes,
  document: JsonValue,
  tokens: readonly string[],
): ObjectType | undefined {
  let type: ObjectType | undefined = types.Root
  let value: JsonValue | undefined = document
  for (const token of tokens) {
    if (!type || value === undefined) return undefined
    if (type.name !== 'Schema' && referenceOf(value) !== undefined) return undefined
    const next = member(value, token)
    type = next === undefined ? undefined : typeOf(type, Array.isArray(value) ? Number(token) : token, next)
    value = next
  }
  return type
}
