import { type Code, code, type Declaration, imported, importedType } from '../../emit/index.js'
import type { Model } from '../../model/types.js'

/** The codecs of the types of `Temporal` that a model has. */
export function temporalDeclarations({ values = [], temporal }: Model): Declaration[] {
  const namespace = temporal === undefined ? code`Temporal` : imported(temporal, 'Temporal')
  return [
    ...(values.includes('Temporal.Instant')
      ? [declaration('instant', 'A `date-time` (RFC 3339, 5.6) as a `Temporal.Instant`.', instant(namespace))]
      : []),
    ...(values.includes('Temporal.PlainDate')
      ? [
          declaration(
            'plainDate',
            'A `full-date` (RFC 3339, 5.6) as a `Temporal.PlainDate`.',
            plainDate(namespace),
          ),
        ]
      : []),
  ]
}

const textCodec = imported('runtime/codecs/text-codec.ts', 'textCodec')
const FORMATS = 'runtime/validators/formats/date-time.ts'

function instant(namespace: Code): Code {
  return code`/* @__PURE__ */ ${textCodec}(${imported(FORMATS, 'isDateTime')}, (text) => ${namespace}.Instant.from(text))`
}

function plainDate(namespace: Code): Code {
  return code`/* @__PURE__ */ ${textCodec}(${imported(FORMATS, 'isDate')}, (text) => ${namespace}.PlainDate.from(text))`
}

function declaration(name: string, text: string, value: Code): Declaration {
  const type = importedType('runtime/codecs/codec.ts', 'Codec')
  return { kind: 'constant', name, visibility: 'internal', doc: { text }, type, value }
}
