import { own, type JsonObject, type JsonValue } from '../json.js'
import { describe, quote } from './describe.js'
import { isOfType } from './is-of-type.js'
import type { Findings } from './findings.js'
import { isNullable } from './lower/nullable.js'
import type { Version } from './version.js'

/** Warns of what is allowed in a schema but cannot be meant. */
export function remarkOnSchema(
  schema: JsonObject,
  tokens: readonly string[],
  version: Version,
  findings: Findings,
): void {
  remarkOnEnum(schema, tokens, version, findings)
  for (const { keyword, applies, message, hint, only } of remarks) {
    if ((only === undefined || only === version) && applies(schema)) {
      findings.warning([...tokens, keyword], { message, hint })
    }
  }
}

interface Remark {
  readonly keyword: string
  readonly only?: Version
  readonly applies: (schema: JsonObject) => boolean
  readonly message: string
  readonly hint: string
}

const remarks: readonly Remark[] = [
  {
    keyword: 'required',
    applies: (schema) => repeats(own(schema, 'required')),
    message: '`required` names a property twice',
    hint: 'Remove one of the two.',
  },
  {
    keyword: 'type',
    only: '3.0',
    applies: (schema) => own(schema, 'type') === 'array' && own(schema, 'items') === undefined,
    message: 'OpenAPI 3.0 wants `items` beside the type `array`; without them the items may be anything',
    hint: 'Add `items`, if only `items: {}`.',
  },
  {
    keyword: 'type',
    only: '3.0',
    applies: (schema) => Array.isArray(own(schema, 'type')) || own(schema, 'type') === 'null',
    message: 'a `type` of OpenAPI 3.0 is one, and not `null`; this is read as OpenAPI 3.1 means it',
    hint: 'Write one type, with `nullable: true` beside it for `null`, or make it a document of OpenAPI 3.1.',
  },
  {
    keyword: 'nullable',
    only: '3.0',
    applies: (schema) => own(schema, 'nullable') === true && !isNullable(schema),
    message: '`nullable` has no effect without `type` (OpenAPI 3.0.3, 4.7.24.1)',
    hint: 'Add `type`, or put the schema alone into an `allOf` beside `nullable`.',
  },
  ...(['minimum', 'maximum'] as const).map((bound): Remark => {
    const keyword = `exclusive${bound[0]?.toUpperCase()}${bound.slice(1)}`
    return {
      keyword,
      only: '3.0',
      applies: (schema) => own(schema, keyword) === true && own(schema, bound) === undefined,
      message: `\`${keyword}\` has no effect without \`${bound}\``,
      hint: `Add \`${bound}\`.`,
    }
  }),
]

function repeats(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && new Set(value).size < value.length
}

function remarkOnEnum(
  schema: JsonObject,
  tokens: readonly string[],
  version: Version,
  findings: Findings,
): void {
  const values = own(schema, 'enum')
  if (!Array.isArray(values)) return
  if (values.length === 0) {
    const finding = { message: '`enum` is empty, so that no value is valid', hint: 'List the valid values.' }
    findings.warning([...tokens, 'enum'], finding)
  }
  const type = own(schema, 'type')
  if (type === undefined) return
  const nullable = version === '3.0' && isNullable(schema) ? ['null'] : []
  const types = [type, ...nullable].flat().filter((each) => typeof each === 'string')
  for (const [index, value] of values.entries()) {
    if (types.length === 0 || types.some((each) => isOfType(value, each))) continue
    findings.warning([...tokens, 'enum', String(index)], {
      message: `${describe(value)} is never valid: it is not of type ${types.map(quote).join(' or ')}`,
      hint: 'Correct the value (text that looks like a number or boolean needs quotes in YAML) or the `type`.',
    })
  }
}
