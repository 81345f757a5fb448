import { expect, it } from 'vitest'
import { createRequire } from 'node:module'
import { metaschema } from '../../../../scripts/src/load/json-schema/metaschemas.js'

const require = createRequire(import.meta.url)
const DRAFT = 'https://json-schema.org/draft/2020-12/'

it.each([
  'schema',
  'meta/applicator',
  'meta/content',
  'meta/core',
  'meta/format-annotation',
  'meta/meta-data',
  'meta/unevaluated',
  'meta/validation',
])('%s is as others ship it', (path) => {
  expect(metaschema(DRAFT + path)).toEqual(require(`ajv/dist/refs/json-schema-2020-12/${path}.json`))
})

it('has the vocabulary that asserts formats', () => {
  expect(metaschema(`${DRAFT}meta/format-assertion`)).toMatchObject({
    $id: `${DRAFT}meta/format-assertion`,
    $vocabulary: { [`${DRAFT}vocab/format-assertion`]: true },
    properties: { format: { type: 'string' } },
  })
})

it.each(['', 'https://json-schema.org/draft/2020-12/../../../etc/passwd', `${DRAFT}meta/`, 'schema'])(
  'has nothing for %j',
  (uri) => {
    expect(metaschema(uri)).toBeUndefined()
  },
)
