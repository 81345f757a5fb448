import { escapeToken, type JsonValue } from '../../scripts/src/json.js'
import { referencePointer, valueAt } from '../../scripts/src/pointer.js'
import type { ValidationResult } from '../../scripts/src/runtime/validation.js'

/** The validators of a schema. */
export interface Compiled {
  readonly is: (value: JsonValue) => boolean
  readonly validate: (value: JsonValue) => ValidationResult<unknown>
}

/** What is wrong with what `validate` says of a value: that it disagrees with `is`, or that its issues point nowhere. */
export function problemsOf({ is, validate }: Compiled, schema: JsonValue, value: JsonValue): string[] {
  const { issues } = validate(value)
  if (is(value) !== (issues === undefined)) return ['`is` and `validate` do not agree']
  if (issues?.length === 0) return ['there is no issue']
  return (issues ?? []).flatMap(({ pointer, path, keyword, schemaPath }) => [
    ...(valueAt(value, pointer) === undefined ? [`the value has no place ${pointer}`] : []),
    ...(pointer === pointerOf(path) ? [] : [`the path of ${pointer} is another`]),
    ...(isPlace(schema, schemaPath) ? [] : [`the schema has no place ${schemaPath}`]),
    ...(isOf(keyword, schemaPath) ? [] : [`the keyword ${keyword} does not stand at ${schemaPath}`]),
  ])
}

function pointerOf(path: readonly (string | number)[]): string {
  return path.map((key) => `/${escapeToken(String(key))}`).join('')
}

function isPlace(schema: JsonValue, schemaPath: string): boolean {
  const pointer = referencePointer(schemaPath)
  return pointer !== undefined && valueAt(schema, pointer) !== undefined
}

/** Of a keyword, or of an entry of one; the schema `false` has no keyword. */
function isOf(keyword: string, schemaPath: string): boolean {
  return keyword === 'false' || schemaPath.split('/').slice(-2).includes(keyword)
}
