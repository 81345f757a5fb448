import ts from 'typescript'
import { type Code, code, type Declaration, importedType } from '../../emit/index.js'
import { isJsonObject, type JsonValue, own } from '../../json.js'
import type { Model } from '../../model/types.js'
import { type ValueName, valueNameOf } from '../../value-schema.js'

/** What `openapi.ts` calls the types of values that JSON does not have. */
const TYPES: { readonly [K in ValueName]: string } = {
  Blob: 'Blob',
  Date: 'Date',
  'Temporal.Instant': 'Instant',
  'Temporal.PlainDate': 'PlainDate',
  bigint: 'bigint',
}

/** The type of values that JSON does not have, for which openapi-typescript has the one of what stands for them in JSON. */
export function valueType(schema: unknown): ts.TypeNode | undefined {
  // What openapi-typescript hands out is the JSON that it was given, `true` as well.
  const json = schema as JsonValue
  const name = valueNameOf(json)
  if (name === undefined) return undefined
  const type = ts.factory.createTypeReferenceNode(TYPES[name])
  const types = isJsonObject(json) ? own(json, 'type') : undefined
  if (!Array.isArray(types) || !types.includes('null')) return type
  return ts.factory.createUnionTypeNode([type, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
}

/** Declares the names of types that are no global ones. */
export function valueTypes({ temporal, values = [] }: Pick<Model, 'temporal' | 'values'>): Declaration[] {
  const names = values.filter((it) => it === 'Temporal.Instant' || it === 'Temporal.PlainDate')
  return names.map((name) => ({
    kind: 'type',
    name: TYPES[name],
    visibility: 'private',
    type: member(temporal, name),
  }))
}

function member(temporal: Model['temporal'], name: 'Temporal.Instant' | 'Temporal.PlainDate'): Code {
  const namespace = temporal === undefined ? code`Temporal` : importedType(temporal, 'Temporal')
  return name === 'Temporal.Instant' ? code`${namespace}.Instant` : code`${namespace}.PlainDate`
}
