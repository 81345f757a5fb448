import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import type { BenchCase } from './case.js'
import { changed, invalidVariants, nonObjects } from './variants.js'

const LEVELS = 400

/** A tree in which each level has a leaf, a node without children and the next level. */
function treeOf(levels: number, deepest: JsonObject): JsonObject {
  let node: JsonObject = deepest
  for (let level = levels; level > 0; level -= 1) {
    const leaf = { name: `leaf of ${level}`, size: level }
    const branch = { name: `branch of ${level}`, size: 0, children: [] }
    node = { name: `level ${level}`, size: level * 3, children: [leaf, branch, node] }
  }
  return node
}

const leaf = { name: 'leaf', size: 1 }
const small: JsonValue = treeOf(2, leaf)
const deep = '/children/2/children/2'

/** A recursive schema with a deep value. */
export const tree: BenchCase = {
  title: `Tree, ${LEVELS} levels`,
  root: 'Node',
  schemas: {
    Node: {
      type: 'object',
      required: ['name', 'size'],
      properties: {
        name: { type: 'string' },
        size: { type: 'integer', minimum: 0 },
        children: { type: 'array', items: { $ref: '#/components/schemas/Node' } },
      },
    },
  },
  tasks: ['is', 'issues'],
  valid: [leaf, { ...leaf, children: [] }, { ...leaf, more: null }, small],
  invalid: [
    ...nonObjects(),
    ...invalidVariants(small, [
      ['/name', undefined],
      ['/size', -1],
      ['/children', null],
      ['/children', {}],
      ['/children/0', null],
      ['/children/1/children', 'none'],
      [`${deep}`, []],
      [`${deep}/name`, 7],
      [`${deep}/size`, 0.5],
      [`${deep}/size`, undefined],
    ]),
  ],
  timed: {
    valid: [treeOf(LEVELS, leaf)],
    invalid: [
      changed(
        treeOf(10, { name: 'leaf', size: -1 }),
        ['/children/0/size', 'large'],
        ['/children/1/name', undefined],
      ),
    ],
  },
  byHand: { module: 'tree', is: 'is' },
}
