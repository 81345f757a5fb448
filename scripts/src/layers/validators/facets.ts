import { type Code, code, literal } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import { type Facet, type Report, reported, schemaPath } from './facet.js'
import { formatFacets } from './formats.js'
import { not } from './logic.js'
import { butHas, butIs, quantity, shown } from './messages.js'
import { helper } from './runtime.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** The facets of a value that is known to be a string. */
export function stringFacets(subject: Subject, scope: Scope): Facet[] {
  const { schema, value } = subject
  return [
    ...minLengthFacets(schema, value),
    ...limited(schema.maxLength, (maxLength) =>
      call(
        code`${helper('length', 'hasAtMost')}(${value}, ${literal(maxLength)})`,
        reported(schema, 'maxLength', butHasCharacters('most', maxLength, value), { maxLength }),
      ),
    ),
    ...patternFacets(subject, scope),
    ...formatFacets(schema, value, 'string'),
  ]
}

/** A string has a character if and only if it has a code unit; only more than one may take several units. */
function minLengthFacets(schema: Schema, value: Code): Facet[] {
  const { minLength } = schema
  const report: ReportLimit = (limit) =>
    reported(schema, 'minLength', butHasCharacters('least', limit, value), { minLength: limit })
  if (minLength === 1) return atLeast(code`${value}.length`, 1, report)
  return limited(minLength || undefined, (limit) =>
    call(code`${helper('length', 'hasAtLeast')}(${value}, ${literal(limit)})`, report(limit)),
  )
}

function butHasCharacters(bound: 'least' | 'most', limit: number, value: Code): Code {
  const length = code`${helper('length', 'lengthOf')}(${value})`
  return butHas(`must have at ${bound} ${quantity(limit, 'character')}`, length)
}

/** The facets of a value that is known to be a number: not NaN, of which no comparison is true, unless `type` does not say so. */
export function numberFacets({ schema, value }: Subject): Facet[] {
  const facets = facetsOfNumber(schema, value)
  return schema.type === undefined ? facets.map((it) => ({ ...it, fails: not(it.holds) })) : facets
}

function facetsOfNumber(schema: Schema, value: Code): Facet[] {
  const report = (keyword: string, expected: string) => (limit: number) =>
    reported(schema, keyword, butIs(`must be ${expected} ${limit}`, value), { [keyword]: limit })
  return [
    ...atLeast(value, schema.minimum, report('minimum', 'at least')),
    ...moreThan(value, schema.exclusiveMinimum, report('exclusiveMinimum', 'greater than')),
    ...atMost(value, schema.maximum, report('maximum', 'at most')),
    ...lessThan(value, schema.exclusiveMaximum, report('exclusiveMaximum', 'less than')),
    ...limited(schema.multipleOf, (divisor) =>
      call(
        code`${helper('multiple-of', 'isMultipleOf')}(${value}, ${literal(divisor)})`,
        report('multipleOf', 'a multiple of')(divisor),
      ),
    ),
    ...formatFacets(schema, value, 'number'),
  ]
}

/** The facets of a value that is known to be an array. */
export function arrayFacets({ schema, value }: Subject): Facet[] {
  const length = code`${value}.length`
  const unique = call(
    code`${helper('unique-items', 'hasUniqueItems')}(${value})`,
    ({ place }) =>
      code`${helper('report-unique-items', 'reportUniqueItems')}(${place}, ${schemaPath(schema, 'uniqueItems')}, ${value})`,
  )
  return [
    ...atLeast(length, schema.minItems, reportCount(schema, 'minItems', 'least', length, 'item')),
    ...atMost(length, schema.maxItems, reportCount(schema, 'maxItems', 'most', length, 'item')),
    ...(schema.uniqueItems === true ? [unique] : []),
  ]
}

/** The facets of a value that is known to be an object. */
export function objectFacets({ schema, value }: Subject): Facet[] {
  const count = code`${helper('types', 'countProperties')}(${value})`
  const report = (keyword: string, bound: 'least' | 'most') =>
    reportCount(schema, keyword, bound, count, 'property', 'properties')
  return [
    ...atLeast(count, schema.minProperties, report('minProperties', 'least')),
    ...atMost(count, schema.maxProperties, report('maxProperties', 'most')),
  ]
}

/** Reports that there are too few or too many of something. */
export function reportCount(
  schema: Schema,
  keyword: string,
  bound: 'least' | 'most',
  count: Code,
  singular: string,
  plural?: string,
): ReportLimit {
  return (limit) =>
    reported(schema, keyword, butHas(`must have at ${bound} ${quantity(limit, singular, plural)}`, count), {
      [keyword]: limit,
    })
}

/** A facet that is a call which returns whether it holds. */
export function call(holds: Code, report: Report): Facet {
  return { holds, fails: code`!${holds}`, report }
}

type ReportLimit = (limit: number) => Report

/** `value >= limit` */
export function atLeast(value: Code, limit: number | undefined, report: ReportLimit): Facet[] {
  return limited(limit, (it) => comparison(value, code`>=`, code`<`, it, report(it)))
}

/** `value <= limit` */
export function atMost(value: Code, limit: number | undefined, report: ReportLimit): Facet[] {
  return limited(limit, (it) => comparison(value, code`<=`, code`>`, it, report(it)))
}

function moreThan(value: Code, limit: number | undefined, report: ReportLimit): Facet[] {
  return limited(limit, (it) => comparison(value, code`>`, code`<=`, it, report(it)))
}

function lessThan(value: Code, limit: number | undefined, report: ReportLimit): Facet[] {
  return limited(limit, (it) => comparison(value, code`<`, code`>=`, it, report(it)))
}

function limited(limit: number | undefined, facet: (limit: number) => Facet): Facet[] {
  return limit === undefined ? [] : [facet(limit)]
}

/** What is compared is mostly never `NaN`, so the opposite operator is the negation. */
function comparison(value: Code, operator: Code, opposite: Code, limit: number, report: Report): Facet {
  return {
    holds: code`${value} ${operator} ${literal(limit)}`,
    fails: code`${value} ${opposite} ${literal(limit)}`,
    report,
  }
}

function patternFacets({ schema, value, name }: Subject, scope: Scope): Facet[] {
  if (schema.pattern === undefined) return []
  const { source } = schema.pattern
  const message = butIs(`must match the pattern ${source}`, shown(value))
  return [
    call(
      code`${scope.pattern(schema.pattern, name)}.test(${value})`,
      reported(schema, 'pattern', message, { pattern: source }),
    ),
  ]
}
