import addFormats from 'ajv-formats'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import * as validators from '../../generated/validators/index.js'
import type { StandardSchema } from '../../generated/runtime/validation.js'
import { asObject, document, valueAt } from './document.js'

const schemas = Object.entries(validators).filter(
  (entry): entry is [string, StandardSchema<never>] => typeof entry[1] === 'object',
)
const components = Object.keys(asObject(valueAt(document, '/components/schemas')))

describe('the JSON Schema', () => {
  it.each(components)('of %s is that of the document', (name) => {
    const [, schema] = schemas.find(([exported]) => exported === `${name}Schema`)!
    const { $schema, $defs, ...rest } = schema['~standard'].jsonSchema.input({ target: 'draft-2020-12' })
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    const defined = { ...($defs as object), [name]: rest } // an object of schemas, or undefined
    for (const [key, value] of Object.entries(defined)) {
      const text = JSON.stringify(valueAt(document, `/components/schemas/${key}`))
      expect(value).toEqual(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')))
    }
  })

  it('of each validator is one in each target', () => {
    expect(schemas.length).toBeGreaterThan(components.length)
    const options = { strictTypes: false, strictRequired: false }
    const compilers = [
      { target: 'draft-2020-12', ajv: new Ajv2020(options) },
      { target: 'draft-07', ajv: new Ajv(options) },
    ]
    for (const { ajv } of compilers) addFormats.default(ajv)
    // An operation's validator is most often that of a component by another name.
    for (const schema of new Set(schemas.map(([, each]) => each))) {
      const { output } = schema['~standard'].jsonSchema
      for (const { target, ajv } of compilers) expect(() => ajv.compile(output({ target }))).not.toThrow()
    }
  })
})
