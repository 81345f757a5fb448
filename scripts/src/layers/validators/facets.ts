import { type Code, code, literal } from '../../emit/index.js'
import { type Facet, reportCall, schemaPath } from './facet.js'
import { formatFacets } from './formats.js'
import { helper } from './runtime.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** The facets of a value that is known to be a string. */
export function stringFacets(subject: Subject, scope: Scope): Facet[] {
  const { schema, value } = subject
  const report = (keyword: string) => (limit: number) =>
    reportCall('report-string', keyword, schemaPath(schema, keyword), [literal(limit), value])
  return [
    ...minLengthFacets(schema.minLength, value, report('minLength')),
    ...limited(schema.maxLength, (limit) =>
      call(code`${helper('length', 'hasAtMost')}(${value}, ${literal(limit)})`, report('maxLength')(limit)),
    ),
    ...patternFacets(subject, scope),
    ...formatFacets(schema, value, 'string'),
  ]
}

/** A string has a character if and only if it has a code unit; only more than one may take several units. */
function minLengthFacets(minLength: number | undefined, value: Code, report: ReportLimit): Facet[] {
  if (minLength === 1) return atLeast(code`${value}.length`, 1, report)
  return limited(minLength || undefined, (limit) =>
    call(code`${helper('length', 'hasAtLeast')}(${value}, ${literal(limit)})`, report(limit)),
  )
}

/** The facets of a value that is known to be a number. */
export function numberFacets({ schema, value }: Subject): Facet[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const report = (keyword: string) => (limit: number) =>
    reportCall('report-number', keyword, schemaPath(schema, keyword), [literal(limit), value])
  return [
    ...atLeast(value, minimum, report('minimum')),
    ...moreThan(value, exclusiveMinimum, report('exclusiveMinimum')),
    ...atMost(value, maximum, report('maximum')),
    ...lessThan(value, exclusiveMaximum, report('exclusiveMaximum')),
    ...limited(multipleOf, (divisor) =>
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
  const report = (keyword: string) => (limit: number) =>
    reportCall('report-array', keyword, schemaPath(schema, keyword), [literal(limit), value])
  const unique = call(
    code`${helper('unique-items', 'hasUniqueItems')}(${value})`,
    reportCall('report-array', 'uniqueItems', schemaPath(schema, 'uniqueItems'), [value]),
  )
  return [
    ...atLeast(length, schema.minItems, report('minItems')),
    ...atMost(length, schema.maxItems, report('maxItems')),
    ...(schema.uniqueItems === true ? [unique] : []),
  ]
}

/** The facets of a value that is known to be an object. */
export function objectFacets({ schema, value }: Subject): Facet[] {
  const count = code`${helper('types', 'countProperties')}(${value})`
  const report = (keyword: string) => (limit: number) =>
    reportCall('report-object', keyword, schemaPath(schema, keyword), [literal(limit), value])
  return [
    ...atLeast(count, schema.minProperties, report('minProperties')),
    ...atMost(count, schema.maxProperties, report('maxProperties')),
  ]
}

/** A facet that is a call which returns whether it holds. */
export function call(holds: Code, report: Facet['report']): Facet {
  return { holds, fails: code`!${holds}`, report }
}

type ReportLimit = (limit: number) => Facet['report']

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

/** Values that are compared are never `NaN`, so the opposite operator is the negation. */
function comparison(
  value: Code,
  operator: Code,
  opposite: Code,
  limit: number,
  report: Facet['report'],
): Facet {
  return {
    holds: code`${value} ${operator} ${literal(limit)}`,
    fails: code`${value} ${opposite} ${literal(limit)}`,
    report,
  }
}

function patternFacets({ schema, value, name }: Subject, scope: Scope): Facet[] {
  if (schema.pattern === undefined) return []
  const pattern = scope.pattern(schema.pattern, name)
  return [
    call(
      code`${pattern}.test(${value})`,
      reportCall('report-string', 'pattern', schemaPath(schema, 'pattern'), [
        literal(schema.pattern.source),
        value,
      ]),
    ),
  ]
}
