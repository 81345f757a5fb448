/** The checks of values that JSON does not have. */
import { type Code, code, imported, literal } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import { type Comparison, type Facet, reported, type Where } from './facet.js'
import { call, numberFacets, reportLimit } from './facets.js'
import { allOf, anyOf } from './logic.js'
import { helper } from './runtime.js'
import { finding, guarded, type Statement } from './check/statement.js'
import type { Subject } from './subject.js'

/** Path of the module that checks values of `Temporal`. */
export const TEMPORAL = 'validators/temporal.ts'

type ValueName = NonNullable<Schema['value']>

/** How a type of values is checked. */
interface ValueCheck {
  /** Whether a value is of the type. */
  readonly isOfType: (value: Code) => Comparison
  /** Which values of the type there is a text for in JSON; absent where there is one for all. */
  readonly range?: { readonly test: Code; readonly format: string; readonly expected: string }
}

const YEARS = 'in the years 0 to 9999'

const dateTimes = (expected: string) => ({
  test: helper('value-types', 'hasDateTime'),
  format: 'date-time',
  expected,
})

const instanceOf = (type: Code) => (value: Code) => {
  const holds = code`${value} instanceof ${type}`
  return { holds, fails: code`!(${holds})` }
}

const calling = (name: string) => (value: Code) => {
  const holds = code`${imported(TEMPORAL, name)}(${value})`
  return { holds, fails: code`!${holds}` }
}

const checks: { readonly [K in ValueName]: ValueCheck } = {
  Blob: { isOfType: instanceOf(code`Blob`) },
  Date: { isOfType: instanceOf(code`Date`), range: dateTimes(`must be valid and ${YEARS}`) },
  'Temporal.Instant': {
    isOfType: calling('isInstant'),
    range: dateTimes(`must be ${YEARS}`),
  },
  'Temporal.PlainDate': {
    isOfType: calling('isPlainDate'),
    range: { test: helper('value-types', 'hasFullDate'), format: 'date', expected: `must be ${YEARS}` },
  },
  bigint: {
    isOfType: (value) => ({
      holds: code`typeof ${value} === 'bigint'`,
      fails: code`typeof ${value} !== 'bigint'`,
    }),
    range: {
      test: helper('value-types', 'hasInt64'),
      format: 'int64',
      expected: 'must be an integer of 64 bits with sign',
    },
  },
}

/** The conditions of a schema of values that JSON does not have. */
export function valueConditions(subject: Subject): Code[] {
  const isOfType = checks[subject.schema.value!].isOfType(subject.value)
  const holds = [isOfType.holds, ...innerFacets(subject).map((it) => it.holds)]
  return allowsNull(subject) ? [anyOf([code`${subject.value} === null`, allOf(holds)])] : holds
}

/** The statements for a schema of values that JSON does not have. */
export function valueStatements(subject: Subject, where: Where): Statement[] {
  const inner = innerFacets(subject).map((facet) => finding(facet, where))
  const isThere = code`${subject.value} !== null`
  return [finding(typeFacet(subject), where, allowsNull(subject) ? guarded(isThere, inner) : inner)]
}

function allowsNull({ schema: { type = [] } }: Subject): boolean {
  return type.includes('null')
}

/** What is said of a value that is of the type, beside that: of a `Blob` nothing, as JSON has no keyword for it. */
function innerFacets(subject: Subject): Facet[] {
  const { schema, value } = subject
  const { range } = checks[schema.value!]
  const { format: _, multipleOf, ...bounds } = schema
  return [
    ...(range === undefined
      ? []
      : [
          call(
            code`${range.test}(${value})`,
            reported(schema, 'format', butIs(range.expected, code`String(${value})`), {
              format: range.format,
            }),
          ),
        ]),
    ...(schema.value === 'bigint' ? numberFacets({ ...subject, schema: bounds }) : []),
    ...(schema.value === 'bigint' && multipleOf !== undefined ? [multipleFacet(subject, multipleOf)] : []),
  ]
}

function multipleFacet({ schema, value }: Subject, multipleOf: number): Facet {
  const holds = code`${helper('value-types', 'isBigMultiple')}(${value}, ${literal(multipleOf)})`
  return call(holds, reportLimit(schema, 'multipleOf', multipleOf, value))
}

/** What a value should have been: whoever sent it as JSON knows nothing of how it is in memory. */
const NOUNS: { readonly [K in ValueName]: string } = {
  Blob: 'a Blob',
  Date: 'a Date (in JSON a date-time)',
  'Temporal.Instant': 'a Temporal.Instant (in JSON a date-time)',
  'Temporal.PlainDate': 'a Temporal.PlainDate (in JSON a date)',
  bigint: 'a bigint (in JSON an int64)',
}

function typeFacet(subject: Subject): Facet {
  const { schema, value } = subject
  const name = schema.value!
  const types = allowsNull(subject) ? [name, 'null'] : [name]
  const found =
    name === 'Blob'
      ? code`${helper('show', 'typeName')}(${value})`
      : code`${helper('show', 'show')}(${value})`
  const wanted = `must be ${[NOUNS[name], ...types.slice(1)].join(' or ')}`
  const message = butIs(wanted, found)
  const isOfType = checks[name].isOfType(value)
  const isNull = allowsNull(subject) ? [code`${value} === null`] : []
  return {
    holds: anyOf([...isNull, isOfType.holds]),
    fails: allOf([...isNull.map(() => code`${value} !== null`), isOfType.fails]),
    report: reported(schema, 'type', message, { type: types.length === 1 ? name : types }),
  }
}

/** `must be …, but is …` as an expression, with what was found as text. */
function butIs(expected: string, found: Code): Code {
  return code`${literal(`${expected}, but is `)} + ${found}`
}
