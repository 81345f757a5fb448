import { codecCode, codecName, type CodecNames } from '../../codec-code.js'
import { code, type Declaration, identifier, imported, importedType } from '../../emit/index.js'
import type { NamedSchema } from '../../model/types.js'

/** The JSON text of any value. */
export const stringifyExport: Declaration = {
  kind: 're-export',
  visibility: 'public',
  from: 'runtime/codecs/json-text.ts',
  names: [{ name: 'jsonTextOf', typeOnly: false }],
}

/** The codec of a schema that has one. */
export function codecDeclaration(schema: NamedSchema, names: CodecNames, path: string): Declaration[] {
  const { name, codec } = schema
  if (codec === undefined) return []
  const whole =
    codec.ref === undefined
      ? codecCode(codec, names, path)
      : code`{ allOf: [${codecCode(codec, names, path)}] }`
  return [
    {
      kind: 'constant',
      name: codecName(schema),
      visibility: 'internal',
      doc: { text: `What is to be converted in the JSON of \`${name}\`, and where.` },
      type: importedType('runtime/codecs/codec.ts', 'Codec'),
      value: whole,
    },
  ]
}

/** What makes a value in memory of JSON, for whoever gets that by other ways than client and server. */
export function decodeDeclarations(schema: NamedSchema): Declaration[] {
  const { name, kind, hasInt64 } = schema
  const visibility = kind === 'target' ? 'internal' : 'public'
  const own = identifier(codecName(schema))
  const parse = hasInt64
    ? imported('runtime/codecs/decode-exact-json.ts', 'decodeExactJson')
    : imported('runtime/codecs/decode-json.ts', 'decodeJson')
  return [
    {
      kind: 'function',
      name: `decode${name}`,
      visibility,
      doc: {
        text: `The \`${name}\` that a JSON value stands for. It is not validated: what cannot be converted stays as it is.`,
      },
      parameters: [{ name: 'json', type: code`unknown` }],
      returns: code`unknown`,
      body: code`return ${imported('runtime/codecs/decode.ts', 'decode')}(${own}, json)`,
    },
    {
      kind: 'function',
      name: `parse${name}`,
      visibility,
      doc: {
        text: `The \`${name}\` that JSON text stands for${hasInt64 ? ', with all digits of its integers' : ''}; not validated. Throws a \`SyntaxError\` if it is none.`,
      },
      parameters: [{ name: 'text', type: code`string` }],
      returns: code`unknown`,
      body: code`return ${parse}(text, ${own})`,
    },
  ]
}
