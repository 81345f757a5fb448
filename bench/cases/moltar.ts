import type { JsonObject } from '../../scripts/src/json.js'
import type { BenchCase, Task } from './case.js'
import { changed, invalidVariants, nonObjects } from './variants.js'

const value = {
  number: 1,
  negNumber: -1,
  maxNumber: Number.MAX_VALUE,
  string: 'string',
  longString: 'A sentence that says little, and says it at some length. '.repeat(18),
  boolean: true,
  deeplyNested: { foo: 'bar', num: 1, bool: false },
}

const wrong = [
  ...nonObjects(),
  ...invalidVariants(value, [
    ['/number', undefined],
    ['/number', 'foo'],
    ['/number', null],
    ['/negNumber', true],
    ['/maxNumber', []],
    ['/string', undefined],
    ['/string', 1],
    ['/longString', null],
    ['/boolean', 0],
    ['/boolean', 'true'],
    ['/deeplyNested', undefined],
    ['/deeplyNested', null],
    ['/deeplyNested', []],
    ['/deeplyNested/foo', undefined],
    ['/deeplyNested/foo', 7],
    ['/deeplyNested/num', '1'],
    ['/deeplyNested/bool', null],
  ]),
]
const extra = [
  ['/extra', true],
  ['/deeplyNested/extra', true],
  ['/__proto__x', 1],
] as const

function objectOf(properties: JsonObject, isClosed: boolean): JsonObject {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    ...(isClosed && { additionalProperties: false }),
  }
}

function schemaOf(isClosed: boolean): JsonObject {
  const [number, string, boolean] = ['number', 'string', 'boolean'].map((type) => ({ type }))
  const nested = objectOf({ foo: string!, num: number!, bool: boolean! }, isClosed)
  return objectOf(
    {
      number: number!,
      negNumber: number!,
      maxNumber: number!,
      string: string!,
      longString: string!,
      boolean: boolean!,
      deeplyNested: nested,
    },
    isClosed,
  )
}

function moltar(name: string, task: Task, isClosed: boolean): BenchCase {
  return {
    title: `Small object, ${name}`,
    root: 'Data',
    schemas: { Data: schemaOf(isClosed) },
    tasks: [task],
    valid: [
      value,
      changed(value, ['/number', -0.5]),
      ...(isClosed ? [] : extra.map((it) => changed(value, it))),
    ],
    invalid: isClosed ? [...wrong, ...invalidVariants(value, extra)] : wrong,
    timed: {
      valid: [value],
      invalid: [changed(value, ['/number', 'foo'], ['/deeplyNested/foo', undefined])],
    },
    byHand: { module: 'moltar', is: isClosed ? 'isStrict' : 'isLoose', known: 'known' },
  }
}

/** The value as a copy with the known properties alone. */
export const parseSafe = moltar('parseSafe', 'parseKnown', false)

/** The value; unknown properties are refused. */
export const parseStrict = moltar('parseStrict', 'parse', true)

/** Nothing, if the value is valid; unknown properties are let through. */
export const assertLoose = moltar('assertLoose', 'assert', false)

/** Nothing, if the value is valid; unknown properties are refused. */
export const assertStrict = moltar('assertStrict', 'assert', true)
