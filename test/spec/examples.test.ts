import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../scripts/src/json.js'
import * as validators from '../../generated/validators/index.js'
import { asObject, document, followed, oracle, valueAt } from './document.js'
import { examplesAt, operations, responsesOf } from './operations.js'
import { samples } from './samples.js'

const found = samples(document)
const validateFunctions = new Map<string, unknown>(Object.entries(validators))

/** The places of all bodies that an operation takes or gives when it succeeds. */
const bodies = operations.flatMap((operation) => [
  ...('requestBody' in operation.operation ? [`${operation.pointer}/requestBody`] : []),
  ...responsesOf(operation).flatMap(([status, place]) =>
    status.startsWith('2') && examplesAt(place) !== undefined ? [place] : [],
  ),
])

/** The examples and defaults of component schemas, each with the generated `validate` function of its schema. */
const generated = found.flatMap(({ pointer, schemaPointer, value }) => {
  const [, name] = /^\/components\/schemas\/(\w+)$/.exec(followed(document, schemaPointer)) ?? []
  return name === undefined ? [] : [{ pointer, value, validate: validateFunctions.get(`validate${name}`) }]
})

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

  it.each(bodies)('is found for the body at %s, which has some', (place) => {
    const names = examplesAt(place)
    expect(names?.length).toBeGreaterThan(0)
    const schema = `${place}/content/application~1json/schema`
    expect(found.filter(({ schemaPointer }) => schemaPointer === schema)).toHaveLength(names?.length ?? 0)
  })

  it.each(generated)('$pointer is valid for the generated validator', ({ value, validate }) => {
    if (typeof validate !== 'function') throw new TypeError('no validator')
    expect(validate(value)).toEqual({ value })
  })

  it('has a generated validator, where it is a body', () => {
    expect(generated.length).toBeGreaterThan(2 * operations.length)
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
