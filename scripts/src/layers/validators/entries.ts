import { type Code, code, literal } from '../../emit/index.js'
import type { PatternProperty, Schema } from '../../model/types.js'
import { acceptsAll } from './analysis.js'
import { anyOf, not } from './logic.js'
import type { Scope } from './scope.js'
import { inner, type Subject } from './subject.js'

/** What is demanded of each key or value of an object. */
export interface EntryRule {
  readonly keyword: 'propertyNames' | 'patternProperties' | 'additionalProperties'
  /** The keys that the rule is for, as a condition and its opposite; absent if it is for all. */
  readonly only?: { readonly when: Code; readonly unless: Code }
  readonly subject: Subject
}

/** Whether an object may have the properties that the schema names and no others. */
export function isClosed(schema: Schema): boolean {
  return (
    schema.additionalProperties?.boolean === false &&
    schema.patternProperties === undefined &&
    schema.propertyNames === undefined
  )
}

/** The rules for the entries of an object, as conditions on the variables `key` and `item`. */
export function entryRules(owner: Subject, scope: Scope, key: Code, item: Code): EntryRule[] {
  const { schema, name } = owner
  const { propertyNames: keys, additionalProperties: others } = schema
  const rules: EntryRule[] = [
    ...(keys === undefined
      ? []
      : [
          {
            keyword: 'propertyNames' as const,
            subject: { ...inner(owner, keys, key, `${name}Key`), isString: true },
          },
        ]),
    ...patternRules(owner, scope, key, item),
    ...(others === undefined || acceptsAll(others) ? [] : [otherRule(owner, others, scope, key, item)]),
  ]
  return rules.filter((rule) => !acceptsAll(rule.subject.schema))
}

function patternRules(owner: Subject, scope: Scope, key: Code, item: Code): EntryRule[] {
  return (owner.schema.patternProperties ?? []).flatMap(({ pattern, schema }, index) => {
    if (acceptsAll(schema)) return []
    const matches = matchesPattern(owner.name, pattern, index, scope, key)
    const subject = inner(owner, schema, item, `${owner.name}Match${index + 1}`)
    return [{ keyword: 'patternProperties', only: { when: matches, unless: not(matches) }, subject }]
  })
}

/** The rule of `additionalProperties`, for keys that neither `properties` nor `patternProperties` speak of. */
function otherRule(owner: Subject, others: Schema, scope: Scope, key: Code, item: Code): EntryRule {
  const claimed = describedKeys(owner.schema, owner.name, scope, key)
  const subject = inner(owner, others, item, `${owner.name}Value`)
  if (claimed.length === 0) return { keyword: 'additionalProperties', subject }
  return {
    keyword: 'additionalProperties',
    only: { when: not(anyOf(claimed)), unless: anyOf(claimed) },
    subject,
  }
}

/** Up to so many names are compared one by one. */
const MAX_COMPARED = 2

/** The conditions under which `properties` or `patternProperties` of a schema describe a key. */
export function describedKeys(schema: Schema, name: string, scope: Scope, key: Code): Code[] {
  const names = (schema.properties ?? []).map((property) => property.name)
  const byName =
    names.length <= MAX_COMPARED
      ? names.map((it) => code`${key} === ${literal(it)}`)
      : [code`${scope.isProperty(names, name)}(${key})`]
  const byPattern = (schema.patternProperties ?? []).map(({ pattern }, index) =>
    matchesPattern(name, pattern, index, scope, key),
  )
  return [...byName, ...byPattern]
}

function matchesPattern(
  name: string,
  pattern: PatternProperty['pattern'],
  index: number,
  scope: Scope,
  key: Code,
): Code {
  return code`${scope.pattern(pattern, `${name}Key${index + 1}`)}.test(${key})`
}
