import { type Code, code, literal } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import { type Facet, type Report, reporting, reported } from './facet.js'
import { formatFacets } from './formats.js'
import { not } from './logic.js'
import { helper } from './runtime.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** The facets of a value that is known to be a string. */
export function stringFacets(subject: Subject, scope: Scope): Facet[] {
  const { schema, value } = subject
  return [
    ...minLengthFacets(schema, value),
    ...limited(schema.maxLength, (limit) =>
      call(
        code`${helper('length', 'hasAtMost')}(${value}, ${literal(limit)})`,
        reportLength(schema, 'maxLength', limit, value),
      ),
    ),
    ...patternFacets(subject, scope),
    ...formatFacets(schema, value, 'string'),
  ]
}

/** A string has a character if and only if it has a code unit; only more than one may take several units. */
function minLengthFacets(schema: Schema, value: Code): Facet[] {
  const { minLength } = schema
  const report: ReportLimit = (limit) => reportLength(schema, 'minLength', limit, value)
  if (minLength === 1) return atLeast(code`${value}.length`, 1, report)
  return limited(minLength || undefined, (limit) =>
    call(code`${helper('length', 'hasAtLeast')}(${value}, ${literal(limit)})`, report(limit)),
  )
}

function reportLength(schema: Schema, keyword: string, limit: number, value: Code): Report {
  return reportCount(
    schema,
    keyword,
    code`${helper('length', 'lengthOf')}(${value})`,
    'character',
    'characters',
  )(limit)
}

/** The facets of a value that is known to be a number: not NaN, of which no comparison is true, unless `type` does not say so. */
export function numberFacets({ schema, value }: Subject): Facet[] {
  const facets = facetsOfNumber(schema, value)
  return schema.type === undefined ? facets.map((it) => ({ ...it, fails: not(it.holds) })) : facets
}

function facetsOfNumber(schema: Schema, value: Code): Facet[] {
  const report = (keyword: Limit) => (limit: number) => reportLimit(schema, keyword, limit, value)
  return [
    ...atLeast(value, schema.minimum, report('minimum')),
    ...moreThan(value, schema.exclusiveMinimum, report('exclusiveMinimum')),
    ...atMost(value, schema.maximum, report('maximum')),
    ...lessThan(value, schema.exclusiveMaximum, report('exclusiveMaximum')),
    ...limited(schema.multipleOf, (divisor) =>
      call(
        code`${helper('multiple-of', 'isMultipleOf')}(${value}, ${literal(divisor)})`,
        report('multipleOf')(divisor),
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
    reporting('reportUniqueItems', [value], schema, 'uniqueItems', 'report-unique-items'),
  )
  return [
    ...atLeast(length, schema.minItems, reportCount(schema, 'minItems', length, 'item', 'items')),
    ...atMost(length, schema.maxItems, reportCount(schema, 'maxItems', length, 'item', 'items')),
    ...(schema.uniqueItems === true ? [unique] : []),
  ]
}

/** The facets of a value that is known to be an object. */
export function objectFacets({ schema, value }: Subject): Facet[] {
  const count = code`${helper('types', 'countProperties')}(${value})`
  return [
    ...atLeast(
      count,
      schema.minProperties,
      reportCount(schema, 'minProperties', count, 'property', 'properties'),
    ),
    ...atMost(
      count,
      schema.maxProperties,
      reportCount(schema, 'maxProperties', count, 'property', 'properties'),
    ),
  ]
}

/** Reports that there are too few or too many of something. */
export function reportCount(schema: Schema, keyword: string, count: Code, ...noun: Noun): ReportLimit {
  const bound = keyword.startsWith('min') ? 'least' : 'most'
  return (limit) => {
    const message = butHas(`at ${bound} ${quantity(limit, ...noun)}`, count)
    return reported(schema, keyword, message, { [keyword]: limit })
  }
}

/** `must have …, but has …`, with the number that there are. */
export function butHas(expected: string, count: Code): Code {
  return code`${literal(`must have ${expected}, but has `)} + ${count}`
}

/** Reports that a number is beyond a limit, or no multiple. */
export function reportLimit(schema: Schema, keyword: Limit, limit: number, value: Code): Report {
  const message = code`${literal(`must be ${comparisons[keyword]} ${limit}, but is `)} + ${value}`
  return reported(schema, keyword, message, { [keyword]: limit })
}

const comparisons = {
  minimum: 'at least',
  exclusiveMinimum: 'greater than',
  maximum: 'at most',
  exclusiveMaximum: 'less than',
  multipleOf: 'a multiple of',
}

type Limit = keyof typeof comparisons

/** What is counted, as one and as many. */
type Noun = readonly [singular: string, plural: string]

/** `1 item`, `3 items`. */
export function quantity(count: number, ...[singular, plural]: Noun): string {
  return `${count} ${count === 1 ? singular : plural}`
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
  return [
    call(
      code`${scope.pattern(schema.pattern, name)}.test(${value})`,
      reporting('reportPattern', [value, literal(source)], schema, 'pattern'),
    ),
  ]
}
