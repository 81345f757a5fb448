import { readFileSync } from 'node:fs'
import { parseYaml } from '@redocly/openapi-core'
import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isJsonObject, own, pointerTokens, type JsonObject, type JsonValue } from '../../scripts/src/json.js'

/** The OpenAPI document of Pipecat Cloud. */
export const document = readDocument()

function readDocument(): JsonObject {
  const text = readFileSync(new URL('../../spec/pipecat-cloud.yaml', import.meta.url), 'utf8')
  return asObject(parseYaml(text))
}

/** What the reference page gives as an example: the request that it sends, or the response to it. */
export function pageExample(kind: 'request' | 'response'): JsonObject {
  const text = readFileSync(new URL(`../fixtures/seed/create-agent.${kind}.json`, import.meta.url), 'utf8')
  return asObject(JSON.parse(text))
}

/** `value`, which has to be a JSON object. */
export function asObject(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw new TypeError(`not an object: ${JSON.stringify(value)}`)
  return value
}

/** The value that a JSON Pointer names in `root`. */
export function valueAt(root: JsonObject, pointer: string): JsonValue {
  let value: JsonValue = root
  for (const token of pointerTokens(pointer)) {
    const child: JsonValue | undefined = Array.isArray(value)
      ? (value[Number(token)] as JsonValue | undefined) // Array.isArray narrows a readonly array to any[]
      : own(asObject(value), token)
    if (child === undefined) throw new RangeError(`nothing at ${pointer}`)
    value = child
  }
  return value
}

/** The pointer of what stands at `pointer`: that of the target where a `$ref` stands there. */
export function followed(root: JsonObject, pointer: string): string {
  const value = valueAt(root, pointer)
  const ref = isJsonObject(value) ? own(value, '$ref') : undefined
  return typeof ref === 'string' ? followed(root, ref.replace(/^#/, '')) : pointer
}

/** Says what ajv, an oracle that shares no code with the generator, finds wrong with a value: `instance path: message`. */
export type Oracle = (schemaPointer: string, value: unknown) => string[]

/** An {@link Oracle} for the schemas of `root`, which asserts formats and refuses keywords that it does not know. */
export function oracle(root: JsonObject): Oracle {
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  // ajv reads the whole document as a schema that holds the others, so the fields at its root have to be known too.
  ajv.addVocabulary(Object.keys(root))
  ajv.addSchema(root, 'document')
  return (schemaPointer, value) => {
    const validate = ajv.compile({ $ref: `document#${encodeURI(schemaPointer)}` })
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
  }
}

/** The pointer of a component schema. */
export function component(name: string): string {
  return `/components/schemas/${name}`
}
