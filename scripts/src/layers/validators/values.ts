import { type Code, code, literal } from '../../emit/index.js'
import type { JsonValue } from '../../json.js'
import { allowedValues, isPrimitive } from './analysis.js'
import { type Facet, type Report, reporting, reported } from './facet.js'
import { allOf, anyOf } from './logic.js'
import { helper } from './runtime.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** Up to so many values are compared one by one, more are looked up in a set. */
const MAX_COMPARED = 8

/** The facet of `enum` and `const` together, if the schema has one of them. */
export function valuesFacet(subject: Subject, scope: Scope): Facet | undefined {
  const values = allowedValues(subject.schema)
  if (values === undefined) return undefined
  const report =
    subject.schema.const === undefined ? reportEnum(values, subject, scope) : reportConst(subject)
  return { ...comparisons(values, subject, scope), report }
}

function reportConst({ schema, value }: Subject): Report {
  return reporting('reportConst', [value, literal(schema.const!)], schema, 'const')
}

/** A message is made beforehand, as it takes most of the time; not where it would be longer than the code around it. */
function reportEnum(allowed: readonly JsonValue[], { schema, value, name }: Subject, scope: Scope): Report {
  if (isLookedUp(allowed))
    return reporting('reportEnum', [value, scope.values(allowed, name)], schema, 'enum')
  const expected = allowed.map((it) => JSON.stringify(it)).join(', ')
  const message = code`${literal(`must be one of ${expected}, but is `)} + ${helper('show', 'show')}(${value})`
  return reported(schema, 'enum', message, { allowedValues: allowed })
}

function comparisons(
  values: readonly JsonValue[],
  { value, name }: Subject,
  scope: Scope,
): Pick<Facet, 'holds' | 'fails'> {
  if (isLookedUp(values)) {
    const isOneOf = code`${scope.values(values, name)}.has(${value})`
    return { holds: isOneOf, fails: code`!${isOneOf}` }
  }
  const each = values.map((item) => comparison(value, item))
  return { holds: anyOf(each.map(({ holds }) => holds)), fails: allOf(each.map(({ fails }) => fails)) }
}

function isLookedUp(values: readonly JsonValue[]): boolean {
  return values.length > MAX_COMPARED && values.every(isPrimitive)
}

function comparison(value: Code, item: JsonValue): Pick<Facet, 'holds' | 'fails'> {
  if (isPrimitive(item)) {
    return { holds: code`${value} === ${literal(item)}`, fails: code`${value} !== ${literal(item)}` }
  }
  const isSame = code`${helper('equal', 'isEqual')}(${value}, ${literal(item)})`
  return { holds: isSame, fails: code`!${isSame}` }
}
