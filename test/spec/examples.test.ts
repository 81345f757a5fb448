import { describe, expect, it } from 'vitest'
import { childPointer, type JsonObject } from '../../scripts/src/json.js'
import { asObject, document, oracle, valueAt } from './document.js'
import { samples } from './samples.js'

const found = samples(document)

describe('every example and default of the document', () => {
  const problems = oracle(document)

  it.each(found)('$pointer is valid under $schemaPointer', ({ schemaPointer, value }) => {
    expect(problems(schemaPointer, value)).toEqual([])
  })

  it('is used somewhere, where it is a component', () => {
    const used = new Set(found.map(({ pointer }) => pointer))
    const components = Object.keys(asObject(valueAt(document, '/components/examples')))
    const unused = components.filter((name) => !used.has(`/components/examples/${name}/value`))
    expect(unused).toEqual([])
  })

  it.each([
    ['a request', 'requestBody/content/application~1json'],
    ['an answer', 'responses/200/content/application~1json'],
    ['a refusal', 'responses/400/content/application~1json'],
  ])('is found for %s', (_, place) => {
    const pointer = `/paths/~1agents/post/${place}`
    const names = Object.keys(asObject(valueAt(document, childPointer(pointer, 'examples'))))
    expect(names.length).toBeGreaterThan(1)
    expect(found.filter((sample) => sample.schemaPointer === `${pointer}/schema`)).toHaveLength(names.length)
  })
})

function media(content: object): object {
  return { paths: { '/a': { get: { responses: { default: { content: { 'a/b': content } } } } } } }
}

describe('a wrong example', () => {
  const number = { type: 'number' }
  const wrong = { value: 'word' }
  it.each<[string, object]>([
    ['of a component schema', { components: { schemas: { a: { ...number, examples: [1, 'word'] } } } }],
    ['as a default', { components: { schemas: { a: { ...number, default: 'word' } } } }],
    [
      'of a property',
      { components: { schemas: { a: { properties: { examples: { ...number, default: '' } } } } } },
    ],
    ['of an item', { components: { schemas: { a: { items: { ...number, examples: ['word'] } } } } }],
    ['of a branch', { components: { schemas: { a: { oneOf: [{ ...number, examples: ['word'] }] } } } }],
    ['of a media type', media({ schema: number, example: 'word' })],
    ['by name', media({ schema: number, examples: { right: { value: 1 }, wrong } })],
    [
      'behind a reference',
      {
        ...media({ schema: number, examples: { wrong: { $ref: '#/components/examples/wrong' } } }),
        components: { examples: { wrong } },
      },
    ],
    ['of an inline schema', media({ schema: { ...number, examples: ['word'] } })],
    [
      'of a parameter',
      { components: { parameters: { a: { in: 'query', schema: { ...number, default: '' } } } } },
    ],
  ])('%s is found', (_, root) => {
    const json = JSON.parse(JSON.stringify(root)) as JsonObject // text of a plain object
    const problems = oracle(json)
    const wrongOnes = samples(json).filter(
      ({ schemaPointer, value }) => problems(schemaPointer, value).length > 0,
    )
    expect(wrongOnes).toHaveLength(1)
  })
})
