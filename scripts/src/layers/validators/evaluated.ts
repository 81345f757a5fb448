/** Which properties and items a schema evaluates, for `unevaluatedProperties` and `unevaluatedItems` (JSON Schema Core 11). */
import { type Code, code, literal } from '../../emit/index.js'
import { acceptsAll } from './analysis.js'
import { type Applied, appliedInPlace, type Guard } from './applied.js'
import type { Decisions } from './decisions.js'
import { describedKeys } from './entries.js'
import { condition } from './is/condition.js'
import { allOf, anyOf } from './logic.js'
import type { Scope } from './scope.js'
import { inner, type Subject } from './subject.js'

/** What some schema evaluates: all, or what a condition on the single property or item says. */
interface Claim {
  readonly guards: readonly Guard[]
  readonly condition?: Code
}

/** The condition under which the property `key` of the subject is evaluated. */
export function evaluatesProperty(owner: Subject, decisions: Decisions, scope: Scope, key: Code): Code {
  const claims = appliedTo(owner, scope).flatMap(({ subject, guards }): Claim[] => {
    const { schema, name } = subject
    const isOwn = schema === owner.schema
    if (schema.additionalProperties !== undefined) return [{ guards }]
    if (schema.unevaluatedProperties !== undefined && !isOwn) return [{ guards }]
    const keys = describedKeys(schema, name, scope, key)
    return keys.length === 0 ? [] : [{ guards, condition: anyOf(keys) }]
  })
  return union(claims, decisions)
}

/** The condition under which the `item` at `index` of the subject is evaluated. */
export function evaluatesItem(
  owner: Subject,
  decisions: Decisions,
  scope: Scope,
  { index, item }: { readonly index: Code; readonly item: Code },
): Code {
  const claims = appliedTo(owner, scope).flatMap(({ subject, guards }): Claim[] => {
    const { schema, name } = subject
    const { prefixItems, contains } = schema
    const isOwn = schema === owner.schema
    if (schema.items !== undefined || (schema.unevaluatedItems !== undefined && !isOwn)) return [{ guards }]
    const first = prefixItems && { guards, condition: code`${index} < ${literal(prefixItems.length)}` }
    if (contains === undefined) return first === undefined ? [] : [first]
    const matches = acceptsAll(contains) ? undefined : inner(subject, contains, item, `${name}Match`)
    const matching = { guards, ...(matches && { condition: condition(matches, scope) }) }
    return first === undefined ? [matching] : [first, matching]
  })
  return union(claims, decisions)
}

function appliedTo(owner: Subject, scope: Scope): Applied[] {
  return appliedInPlace({ subject: owner, guards: [] }, scope.facts.resolve)
}

/** The condition under which any of the claims holds. */
function union(claims: readonly Claim[], decisions: Decisions): Code {
  const conditions = claims.map((claim) =>
    allOf([
      ...claim.guards.map((guard) => decisions.of(guard)),
      ...(claim.condition === undefined ? [] : [claim.condition]),
    ]),
  )
  return anyOf([...new Map(conditions.map((it) => [it.text, it])).values()])
}
