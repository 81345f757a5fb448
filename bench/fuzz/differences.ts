import { isJsonObject, type JsonValue } from '../../scripts/src/json.js'
import type { Disagreement } from './trial.js'
import { keywordsOf, propertyNamesOf, schemasIn } from './keywords-of.js'

/** Something in which a library is known to differ from the specification. */
export interface Difference {
  readonly judge: 'ajv' | 'typebox'
  /** The clause of JSON Schema 2020-12 that says what is right. */
  readonly clause: string
  /** What the library does instead. */
  readonly instead: string
  /** Whether a disagreement, shrunk to what it needs, is this one. */
  readonly explains: (disagreement: Disagreement) => boolean
}

const SAME_VALUE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'dependentSchemas', '$ref']

/** All that is known. A disagreement that none of them explains is to be looked into. */
export const differences: readonly Difference[] = [
  {
    judge: 'ajv',
    clause: 'Validation 6.2.1, multipleOf: valid if division by the value results in an integer',
    instead:
      'divides as floating-point numbers, and takes a quotient that is written with an exponent for no integer',
    explains: ({ schema, verdict }) => typeof verdict === 'boolean' && has(schema, 'multipleOf'),
  },
  {
    judge: 'typebox',
    clause: 'Validation 6.2.1, multipleOf: valid if division by the value results in an integer',
    instead: 'divides as floating-point numbers, and takes what is an integer up to a tolerance for one',
    explains: ({ schema, verdict }) => typeof verdict === 'boolean' && has(schema, 'multipleOf'),
  },
  ...(['ajv', 'typebox'] as const).map((judge): Difference => ({
    judge,
    clause: 'Core 4.2.1, data model: an object has the properties that it was given, and no others',
    instead: 'takes what an object inherits, such as toString, for a property of the value',
    explains: ({ schema, value, verdict }) =>
      typeof verdict === 'boolean' &&
      [...propertyNamesOf(schema), ...namesIn(value)].some(
        (name) => name !== '__proto__' && name in Object.prototype,
      ),
  })),
  {
    judge: 'ajv',
    clause: 'Core 4.2.1, data model: __proto__ is a name of a property like any other',
    instead:
      'takes the prototype of an object for its property, or for a note that it is evaluated, and leaves a schema for one of that name out',
    explains: ({ schema, value, verdict }) =>
      typeof verdict === 'boolean' &&
      (propertyNamesOf(schema).has('__proto__') ||
        (has(schema, 'unevaluatedProperties') && namesIn(value).includes('__proto__'))),
  },
  {
    judge: 'ajv',
    clause:
      'Validation 6.5.3 and 6.5.4, required and dependentRequired: every name must be there, the empty one too',
    instead:
      'never misses a property with an empty name, as it takes the name for the sign that something is missing',
    explains: ({ schema, verdict }) =>
      typeof verdict === 'boolean' &&
      has(schema, 'required', 'dependentRequired') &&
      propertyNamesOf(schema).has(''),
  },
  {
    judge: 'ajv',
    clause: 'Core 4.2.2, equality: objects are equal if they have the same properties',
    instead: 'throws when it compares an object with a property toString or valueOf that is no function',
    explains: ({ schema, value, verdict }) =>
      /\.(toString|valueOf) is not a function/.test(String(verdict)) &&
      has(schema, 'const', 'enum', 'uniqueItems') &&
      namesIn(value).some((name) => name === 'toString' || name === 'valueOf'),
  },
  {
    judge: 'ajv',
    clause: 'Core 10.3.1.3, contains: valid if at least one item is valid, so an empty array is not',
    instead: 'gives of an empty array the verdict that it came to before, on prefixItems or on another item',
    explains: ({ schema, value, verdict }) =>
      typeof verdict === 'boolean' &&
      hasEmptyArray(value) &&
      schemasIn(schema).some(
        (it) => 'contains' in it && ('prefixItems' in it || has(it['contains']!, 'contains')),
      ),
  },
  {
    judge: 'ajv',
    clause: 'Core 10.3.1.3 and 11.2, unevaluatedItems: items that contains has matched are evaluated',
    instead: 'takes no item for evaluated, or all of them',
    explains: ({ schema, verdict }) =>
      typeof verdict === 'boolean' && has(schema, 'contains') && has(schema, 'unevaluatedItems'),
  },
  {
    judge: 'ajv',
    clause:
      'Core 11.2, 11.3 and 7.7.1.2: annotations count of the schemas beside it that the value is valid against, and of no others',
    instead: 'decides in part before it sees the value which items and properties are evaluated',
    explains: ({ schema, verdict }) => typeof verdict === 'boolean' && asksWhatOthersEvaluated(schema),
  },
  {
    judge: 'ajv',
    clause: 'Core 10.3.2.2 and 11.3: patternProperties beside another schema for the same value',
    instead: 'throws: it notes in an object that was never made what patternProperties has evaluated',
    explains: ({ schema, verdict }) =>
      String(verdict).includes('Cannot set properties of undefined') && has(schema, 'patternProperties'),
  },
  {
    judge: 'ajv',
    clause: 'Core 10.3.1.2, items, in a schema of which another asks what it evaluates',
    instead: 'throws: it reads a variable that was never declared',
    explains: ({ verdict }) => /\w+\d is not defined/.test(String(verdict)),
  },
  {
    judge: 'ajv',
    clause: 'Core 8.2.3.2, dynamicRef: the outermost schema with that dynamic anchor in the dynamic scope',
    instead: 'takes the anchor of the nearest resource',
    explains: ({ schema, verdict }) => typeof verdict === 'boolean' && has(schema, '$dynamicRef'),
  },
  {
    judge: 'typebox',
    clause: 'Core 11.3, unevaluatedProperties: applies to objects',
    instead: 'applies it to the indexes of arrays',
    explains: ({ schema, value, verdict }) =>
      typeof verdict === 'boolean' && has(schema, 'unevaluatedProperties') && hasFilledArray(value),
  },
  {
    judge: 'typebox',
    clause:
      'Core 11.2, 11.3 and 7.7.1.2: annotations count of the schemas beside it that the value is valid against, and of no others',
    instead:
      'keeps annotations of schemas that the value turned out not to be valid against, or of schemas around',
    explains: ({ schema, verdict }) => typeof verdict === 'boolean' && asksWhatOthersEvaluated(schema),
  },
  {
    judge: 'typebox',
    clause:
      'Core 10.3.1.3 and 11.2: contains evaluates items of the array that it applies to, and of no other',
    instead: 'takes the items that contains matched in an array inside an array for items of the outer one',
    explains: ({ schema, value, verdict }) =>
      typeof verdict === 'boolean' &&
      has(schema, 'contains') &&
      has(schema, 'unevaluatedItems') &&
      parts(value).some((part) => Array.isArray(part) && part.some(Array.isArray)),
  },
]

/** What a disagreement comes from, if it is known. */
export function differenceOf(disagreement: Disagreement): Difference | undefined {
  return differences.find(({ judge, explains }) => judge === disagreement.judge && explains(disagreement))
}

/** Whether a schema has one of several keywords, in itself or a schema in it. */
function has(schema: JsonValue, ...wanted: readonly string[]): boolean {
  const keywords = keywordsOf(schema)
  return wanted.some((keyword) => keywords.has(keyword))
}

function asksWhatOthersEvaluated(schema: JsonValue): boolean {
  return has(schema, 'unevaluatedItems', 'unevaluatedProperties') && has(schema, ...SAME_VALUE)
}

function parts(value: JsonValue): readonly JsonValue[] {
  return [value, ...(typeof value === 'object' && value !== null ? Object.values(value).flatMap(parts) : [])]
}

function namesIn(value: JsonValue): string[] {
  return parts(value).flatMap((part) => (isJsonObject(part) ? Object.keys(part) : []))
}

function hasEmptyArray(value: JsonValue): boolean {
  return parts(value).some((part) => Array.isArray(part) && part.length === 0)
}

function hasFilledArray(value: JsonValue): boolean {
  return parts(value).some((part) => Array.isArray(part) && part.length > 0)
}
