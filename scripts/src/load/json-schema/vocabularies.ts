/** The vocabularies of JSON Schema 2020-12: their keywords mean something only where a dialect uses them (Core 8.1.2). */

const BASE = 'https://json-schema.org/draft/2020-12/vocab/'

/** Asserts `format` where a dialect has it, be it required or not (Validation 7.2.2). */
export const formatAssertion = `${BASE}format-assertion`

/** The keywords of each known vocabulary. Those that identify and refer are left out: they always count. */
export const vocabularies: ReadonlyMap<string, readonly string[]> = new Map([
  [`${BASE}core`, []],
  [
    `${BASE}applicator`,
    words(`prefixItems items contains additionalProperties properties patternProperties dependentSchemas propertyNames
      if then else allOf anyOf oneOf not dependencies`),
  ],
  [`${BASE}unevaluated`, ['unevaluatedItems', 'unevaluatedProperties']],
  [
    `${BASE}validation`,
    words(`type const enum multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern
      maxItems minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired`),
  ],
  [`${BASE}meta-data`, words('title description default deprecated readOnly writeOnly examples')],
  [`${BASE}format-annotation`, ['format']],
  [formatAssertion, ['format']],
  [`${BASE}content`, ['contentEncoding', 'contentMediaType', 'contentSchema']],
  // Its other keywords say nothing of what is valid (OpenAPI 3.1.1, 4.8.24.5).
  ['https://spec.openapis.org/oas/3.1/vocab/base', ['example']],
])

function words(text: string): string[] {
  return text.split(/\s+/)
}
