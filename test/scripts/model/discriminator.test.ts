import { expect, it } from 'vitest'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'
import { modelOf, schemaNamed, schemasDocument } from './read-model.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const discriminator = (mapping?: JsonValue): JsonObject => ({
  propertyName: 'kind',
  ...(mapping !== undefined && { mapping }),
})
const oneOf = [ref('Cat'), ref('a.b-c'), { $ref: '#/x-schemas/Bird' }, { type: 'null' }]
const byName = [
  { value: 'Cat', alternative: 0 },
  { value: 'a.b-c', alternative: 1 },
]

it.each<readonly [schema: JsonObject, values: readonly object[] | undefined]>([
  [{ oneOf, discriminator: discriminator() }, byName],
  [{ anyOf: oneOf, discriminator: discriminator() }, byName],
  [
    { oneOf: [ref('a.b-c')], anyOf: oneOf, discriminator: discriminator() },
    [{ value: 'a.b-c', alternative: 0 }],
  ],
  [
    {
      oneOf,
      discriminator: discriminator({
        bird: '#/x-schemas/Bird',
        tom: 'Cat',
        Cat: 'a.b-c',
        gone: 'Gone',
        odd: 5,
      }),
    },
    [
      { value: 'Cat', alternative: 1 },
      { value: 'a.b-c', alternative: 1 },
      { value: 'bird', alternative: 2 },
      { value: 'tom', alternative: 0 },
    ],
  ],
  [{ oneOf: [{ type: 'null' }], discriminator: discriminator() }, undefined],
  [{ discriminator: discriminator({ tom: 'Cat' }) }, undefined],
  [{ oneOf, discriminator: 'kind' }, undefined],
  [{ oneOf, discriminator: {} }, undefined],
])('%j has a discriminator with the values %j', (schema, values) => {
  const document = {
    ...schemasDocument({ Cat: true, 'a.b-c': true, Pet: schema }),
    'x-schemas': { Bird: true },
  }
  expect(schemaNamed(modelOf(document), 'Pet')?.discriminator).toEqual(values && { property: 'kind', values })
})
