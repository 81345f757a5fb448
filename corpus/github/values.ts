import { isJsonObject, type JsonObject, type JsonValue, own } from '../../scripts/src/json.js'
import { valueAt } from '../../scripts/src/pointer.js'
import { type DocumentOperation, type DocumentParameter, schemaOf } from './operations.js'

/** Values of all parameters, as a client takes them: by location, then by name. */
export type Values = Readonly<Record<string, Readonly<Record<string, JsonValue>>>>

/** What has to be escaped in a URL, and what a form would read as a space. */
const HARD_TEXT = 'a b/ü?x=1&y#50%+,;"'

/** Texts for schemas that take no such one: the first that the schema takes is the value. */
const TEXTS = [HARD_TEXT, 'hard-text', '1.2.3', `sha256:${'0f'.repeat(32)}`]

const FORMATS: Readonly<Record<string, string>> = { date: '2026-02-03', 'date-time': '2026-02-03T04:05:06Z' }

/**
 * A value for every parameter of an operation, required or not: the document's own example, else a value of its `enum`, else one
 * that is hard to write.
 */
export function valuesOf(document: JsonObject, { parameters }: DocumentOperation): Values {
  const values: Record<string, Record<string, JsonValue>> = {}
  for (const parameter of parameters) {
    const schema = schemaOf(document, parameter)
    const example = exampleOf(document, parameter)
    const group = (values[parameter.in] ??= {})
    // GitHub has texts as examples of arrays, which say how they are written.
    const isUsable = example !== undefined && (schema['type'] === 'array') === Array.isArray(example)
    group[parameter.name] = isUsable ? example : valueOf(schema)
  }
  return values
}

/** `example`, or the first of `examples`, beside the schema or in it (OpenAPI 3.0.3, 4.7.12.2). */
function exampleOf(document: JsonObject, parameter: DocumentParameter): JsonValue | undefined {
  const { example, examples } = parameter.object
  const [first] = isJsonObject(examples) ? Object.values(examples) : []
  const named = isJsonObject(first) ? own(first, 'value') : undefined
  const referred =
    isJsonObject(first) && typeof first['$ref'] === 'string' ? first['$ref'].slice(1) : undefined
  return (
    example ??
    named ??
    (referred === undefined ? undefined : valueAt(document, `${referred}/value`)) ??
    own(schemaOf(document, parameter), 'example')
  )
}

function valueOf(schema: JsonObject): JsonValue {
  const [member] = list(schema['enum'])
  if (member !== undefined) return member
  const branches = [...list(schema['oneOf']), ...list(schema['anyOf'])].filter(isJsonObject)
  // The digits of a number that may be a text are one to whoever reads them.
  const branch = branches.find(({ type }) => type === 'string') ?? branches[0]
  if (branch !== undefined) return valueOf(branch)
  switch (schema['type']) {
    case 'integer':
    case 'number':
      return Math.max(Number(schema['minimum'] ?? 0), 7)
    case 'boolean':
      return true
    case 'array':
      return itemsOf(isJsonObject(schema['items']) ? schema['items'] : {})
    default:
      return FORMATS[String(schema['format'])] ?? textOf(schema)
  }
}

/** Two items, so that it is seen how they are told apart. */
function itemsOf(items: JsonObject): JsonValue[] {
  const members = list(items['enum'])
  if (members.length > 0) return members.slice(0, 2)
  const item = valueOf(items)
  return typeof item === 'string' ? [item, 'second'] : typeof item === 'number' ? [item, item + 1] : [item]
}

function textOf({ pattern = '', minLength = 0, maxLength = Infinity }: JsonObject): string {
  const expression = new RegExp(String(pattern), 'u')
  const fits = (text: string) =>
    expression.test(text) && text.length >= Number(minLength) && text.length <= Number(maxLength)
  const text = TEXTS.find(fits)
  if (text === undefined)
    throw new Error(`No text of the list is what the pattern ${String(pattern)} asks for`)
  return text
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : []
}
