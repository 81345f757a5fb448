import type { JsonObject } from '../../scripts/src/json.js'
import type { BenchCase, InvalidValue } from './case.js'
import { changed, invalidVariants } from './variants.js'

const COUNT = 10_000

function itemOf(id: number): JsonObject {
  const item = { id, name: `item ${id}`, price: id % 3 === 0 ? id : id + 0.25, inStock: id % 2 === 0 }
  return id % 4 === 0 ? { ...item, tags: ['new', `group ${id % 10}`] } : item
}

const items = Array.from({ length: COUNT }, (_, index) => itemOf(index))
const few = items.slice(0, 6)
const notLists: InvalidValue[] = [null, {}, { length: 0 }, 'list', 0, true].map((value) => ({
  value,
  at: [''],
}))

/** A long list of small objects. */
export const tenThousandItems: BenchCase = {
  title: `List of ${COUNT} small objects`,
  root: 'Items',
  schemas: {
    Items: { type: 'array', items: { $ref: '#/components/schemas/Item' } },
    Item: {
      type: 'object',
      required: ['id', 'name', 'price', 'inStock'],
      properties: {
        id: { type: 'integer' },
        name: { type: 'string', minLength: 1 },
        price: { type: 'number', minimum: 0 },
        inStock: { type: 'boolean' },
        tags: { type: 'array', items: { type: 'string' } },
      },
    },
  },
  tasks: ['is', 'issues'],
  valid: [[], few, changed(few, ['/0/name', '\u{1f600}'], ['/1/more', {}])],
  invalid: [
    ...notLists,
    ...invalidVariants(few, [
      ['/0', null],
      ['/5', []],
      ['/1/id', 1.5],
      ['/1/id', '1'],
      ['/2/id', undefined],
      ['/2/name', ''],
      ['/2/name', null],
      ['/3/price', -0.01],
      ['/3/price', '1'],
      ['/4/inStock', 1],
      ['/4/tags', null],
      ['/4/tags', {}],
      ['/4/tags/1', 7],
    ]),
  ],
  timed: {
    valid: [items],
    invalid: [changed(items.slice(0, 100), ['/7/price', -1], ['/50/name', ''], ['/99/inStock', 'no'])],
  },
  byHand: { module: 'items', is: 'is' },
}
