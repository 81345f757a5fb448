import { type Code, code, type Declaration, imported, type Module } from '../../emit/index.js'
import type { Model } from '../../model/types.js'
import { TEMPORAL } from './value-type.js'

/** The module that tells values of `Temporal`; none where a model has no such values. */
export function temporalModules({ values = [], temporal }: Model): Module[] {
  const namespace = temporal === undefined ? code`Temporal` : imported(temporal, 'Temporal')
  const declarations = [
    ...(values.includes('Temporal.Instant')
      ? [guard('isInstant', code`${namespace}.Instant`, 'Instant')]
      : []),
    ...(values.includes('Temporal.PlainDate')
      ? [guard('isPlainDate', code`${namespace}.PlainDate`, 'PlainDate')]
      : []),
  ]
  return declarations.length === 0 ? [] : [{ path: TEMPORAL, declarations }]
}

function guard(name: string, type: Code, of: 'Instant' | 'PlainDate'): Declaration {
  return {
    kind: 'function',
    name,
    visibility: 'internal',
    doc: { text: `Whether a value is a \`Temporal.${of}\`.` },
    parameters: [{ name: 'value', type: code`unknown` }],
    returns: code`value is ${type}`,
    body: code`return value instanceof ${type}`,
  }
}
