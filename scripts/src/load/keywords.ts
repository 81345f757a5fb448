import type { Version } from './version.js'

/** What the value of a keyword must be; what each shape means is in `shapes.ts`. */
export type Shape =
  | 'any'
  | 'array'
  | 'boolean'
  | 'count'
  | 'dialect'
  | 'discriminator'
  | 'externalDocs'
  | 'identifier'
  | 'number'
  | 'pattern'
  | 'positive'
  | 'schema'
  | 'schema map'
  | 'schemas'
  | 'schemas by pattern'
  | 'string'
  | 'string lists'
  | 'strings'
  | 'types'
  | 'vocabulary'
  | 'xml'

type Table = readonly (readonly [shape: Shape, names: readonly string[]])[]

/** Keywords of both versions, with the same meaning in both. */
const shared: Table = [
  ['any', ['default', 'example']],
  ['array', ['enum']],
  ['boolean', ['deprecated', 'readOnly', 'uniqueItems', 'writeOnly']],
  ['count', ['maxItems', 'maxLength', 'maxProperties', 'minItems', 'minLength', 'minProperties']],
  ['discriminator', ['discriminator']],
  ['externalDocs', ['externalDocs']],
  ['number', ['maximum', 'minimum']],
  ['pattern', ['pattern']],
  ['positive', ['multipleOf']],
  ['schema', ['additionalProperties', 'items', 'not']],
  ['schema map', ['properties']],
  ['schemas', ['allOf', 'anyOf', 'oneOf']],
  ['string', ['$ref', 'description', 'format', 'title']],
  ['strings', ['required']],
  // Of 3.0 it is one type, and never `null`; more is remarked on, and read as 3.1 means it.
  ['types', ['type']],
  ['xml', ['xml']],
]

/** OpenAPI 3.0.3, 4.7.24. */
const only30: Table = [['boolean', ['exclusiveMaximum', 'exclusiveMinimum', 'nullable']]]

/** OpenAPI 3.1.1, 4.8.24; JSON Schema 2020-12, Core and Validation. */
const only31: Table = [
  ['any', ['const']],
  ['array', ['examples']],
  ['count', ['maxContains', 'minContains']],
  ['dialect', ['$schema']],
  ['identifier', ['$anchor', '$dynamicAnchor']],
  ['number', ['exclusiveMaximum', 'exclusiveMinimum']],
  ['schema', ['contains', 'contentSchema', 'else', 'if', 'propertyNames', 'then']],
  ['schema', ['unevaluatedItems', 'unevaluatedProperties']],
  // `definitions` is deprecated, but in the meta-schema of 2020-12, so that references into it can be followed.
  ['schema map', ['$defs', 'definitions', 'dependentSchemas']],
  ['schemas', ['prefixItems']],
  ['schemas by pattern', ['patternProperties']],
  ['string', ['$comment', '$dynamicRef', '$id', 'contentEncoding', 'contentMediaType']],
  ['string lists', ['dependentRequired']],
  ['vocabulary', ['$vocabulary']],
]

/** The keywords of a Schema Object by version. Any other that does not begin with `x-` has no effect. */
export const keywords: Readonly<Record<Version, ReadonlyMap<string, Shape>>> = {
  '3.0': byName([...shared, ...only30]),
  '3.1': byName([...shared, ...only31]),
}

function byName(table: Table): Map<string, Shape> {
  return new Map(table.flatMap(([shape, names]) => names.map((name) => [name, shape] as const)))
}

/** What to write instead of a keyword that has no effect. */
export const replacements: Readonly<Record<Version, ReadonlyMap<string, string>>> = {
  '3.0': new Map([
    ['const', 'OpenAPI 3.0 has no `const`: write an `enum` of one value.'],
    ['examples', 'A schema of OpenAPI 3.0 has one `example`.'],
    [
      'patternProperties',
      'OpenAPI 3.0 has no `patternProperties`: use OpenAPI 3.1, or `additionalProperties`.',
    ],
  ]),
  '3.1': new Map([
    ['nullable', "OpenAPI 3.1 has no `nullable`: add `'null'` to `type`, as in `type: [string, 'null']`."],
    ['dependencies', 'Use `dependentRequired` or `dependentSchemas`.'],
    ['additionalItems', 'Use `prefixItems` with `items`.'],
    ['id', 'Use `$id`.'],
  ]),
}
