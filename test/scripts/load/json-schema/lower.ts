import { GeneratorError } from '../../../../scripts/src/diagnostics.js'
import type { JsonValue } from '../../../../scripts/src/json.js'
import {
  type LoweredSchema,
  type LowerOptions,
  lowerSchema,
} from '../../../../scripts/src/load/json-schema/index.js'
import { valueAt } from '../../../../scripts/src/pointer.js'

/** Lowers a schema that is called `Value`. */
export function lower(schema: unknown, options: Partial<LowerOptions> = {}): LoweredSchema {
  return lowerSchema(schema, {
    name: 'Value',
    remotes: {},
    dialect: '2020-12',
    assertsFormats: false,
    ...options,
  })
}

/** The components that a schema is lowered to, by key. */
export function components(schema: unknown, options: Partial<LowerOptions> = {}): JsonValue | undefined {
  return valueAt(lower(schema, options).document, '/components/schemas')
}

/** The problems of a schema, each as its place, the URI of a remote document before it, and its message. */
export function problems(
  schema: unknown,
  options: Partial<LowerOptions> = {},
): (readonly [string, string])[] {
  try {
    lower(schema, options)
    return []
  } catch (error) {
    if (!(error instanceof GeneratorError)) throw error
    return error.diagnostics.map(({ file = '', pointer, message }) => [`${file}#${pointer}`, message])
  }
}
