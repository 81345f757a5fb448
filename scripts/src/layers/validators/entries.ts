import { type Code, code } from '../../emit/index.js'
import type { PatternProperty, Schema } from '../../model/types.js'
import { acceptsAll } from './analysis.js'
import { allOf, anyOf, not } from './logic.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** What is demanded of each key or value of an object. */
export interface EntryRule {
  readonly keyword: 'propertyNames' | 'patternProperties' | 'additionalProperties'
  /** Of `patternProperties`. */
  readonly pattern?: PatternProperty['pattern']
  /** Condition under which the rule holds; absent if it always does. */
  readonly applies?: Code
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

/** The names of the properties that the schema describes, as a constant. */
export function propertyNames({ schema, name }: Subject, scope: Scope): Code {
  return scope.properties(
    (schema.properties ?? []).map((property) => property.name),
    name,
  )
}

/** The rules for the entries of an object, as conditions on the variables `key` and `item`. */
export function entryRules(subject: Subject, scope: Scope, key: Code, item: Code): EntryRule[] {
  const { schema, name } = subject
  const patterns = (schema.patternProperties ?? []).map(({ pattern, schema: property }, index) => ({
    pattern,
    applies: code`${scope.pattern(pattern, `${name}Key${index + 1}`)}.test(${key})`,
    subject: { schema: property, value: item, name: `${name}Match${index + 1}` },
  }))
  const { additionalProperties } = schema
  const rules: EntryRule[] = patterns.map((rule) => ({ keyword: 'patternProperties', ...rule }))
  if (schema.propertyNames !== undefined) {
    rules.unshift({
      keyword: 'propertyNames',
      subject: { schema: schema.propertyNames, value: key, name: `${name}Key` },
    })
  }
  if (additionalProperties !== undefined) {
    const claimed = [
      ...(schema.properties === undefined ? [] : [code`${propertyNames(subject, scope)}.has(${key})`]),
      ...patterns.map(({ applies }) => applies),
    ]
    rules.push({
      keyword: 'additionalProperties',
      subject: { schema: additionalProperties, value: item, name: `${name}Value` },
      ...(claimed.length > 0 && { applies: allOf([not(anyOf(claimed))]) }),
    })
  }
  return rules.filter((rule) => !acceptsAll(rule.subject.schema))
}
