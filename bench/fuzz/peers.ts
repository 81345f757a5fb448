import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { JsonObject } from '../../scripts/src/json.js'
import { importPeer } from '../contestants/peer.js'
import type { Judge } from './judge.js'

/** Ajv, with the formats of ajv-formats. */
export function ajv(): Judge {
  const instance = new Ajv2020({ strict: false, logger: false, validateSchema: false })
  formats.default(instance)
  return {
    name: 'ajv',
    compile: (schema) => {
      // Schemas are known by their `$id`, which many of them share.
      instance.removeSchema()
      const validate = instance.compile(schema)
      return (value) => validate(value)
    },
  }
}

interface Typebox {
  readonly Compile: (schema: JsonObject) => { readonly Check: (value: unknown) => boolean }
}

/**
 * TypeBox's compiler of JSON Schema.
 * @throws if it is not installed.
 */
export async function typebox(): Promise<Judge> {
  const { Compile } = await importPeer<Typebox>('typebox/schema').catch((cause: unknown) => {
    throw new Error('TypeBox cannot be imported: run `npm ci --prefix bench` first', { cause })
  })
  return {
    name: 'typebox',
    compile: (schema) => {
      const validator = Compile(schema)
      return (value) => validator.Check(value)
    },
  }
}
