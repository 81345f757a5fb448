import { type JsonObject, own } from '../../json.js'
import { conflictsBesideObjects } from './conflicts-beside-objects.js'
import { conjuncts, inner, listed, type Located } from './located.js'
import { namesIn, othersIn, propertyIn } from './parts.js'
import type { Survey } from './survey.js'

/** A schema whose values cannot be converted, because of what another says of the same ones. */
export interface Conflict {
  readonly pointer: string
  readonly reason: string
}

/** Keywords that say something of a text or number, as which JSON has a converted value, or of an object, as which a date looks. */
const SAYING: readonly string[] = [
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'not',
  'if',
  'properties',
  'required',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
]

/** Groups that are looked at before the rest is left alone: a document can be made to have more than anyone would write. */
const MOST = 100_000

/**
 * The conflicts between schemas that hold for the same value: through `$ref`, `allOf` and alternatives, and of properties and items of
 * these. One schema would ask for a value in memory, and the other for what stands for it in JSON.
 */
export function conflicts({ schemas, conversions }: Survey, document: JsonObject): Conflict[] {
  const found: Conflict[] = []
  const seen = new Set<string>()
  const check = (members: readonly Located[]): void => {
    const group = conjuncts(members, document)
    const pointers = group.map(({ pointer }) => pointer)
    const key = pointers.toSorted().join('\n')
    if (seen.has(key) || seen.size >= MOST) return
    seen.add(key)
    found.push(...conflictsIn(group, conversions))
    const choices = group.flatMap((it) => [listed(it, 'anyOf'), listed(it, 'oneOf')])
    // With one of its alternatives in the group, a choice is made; the next one is made beside it.
    const open = choices.find((it) => it.length > 0 && !it.some(({ pointer }) => pointers.includes(pointer)))
    for (const alternative of open ?? []) check([...group, alternative])
    for (const shared of sharedParts(group)) check(shared)
  }
  for (const it of schemas) if (isComposed(it)) check([it])
  found.push(...conflictsBesideObjects(schemas, conversions, document))
  return found
}

function isComposed({ schema }: Located): boolean {
  return ['$ref', 'allOf', 'anyOf', 'oneOf', 'patternProperties'].some((it) => own(schema, it) !== undefined)
}

function conflictsIn(group: readonly Located[], conversions: Survey['conversions']): Conflict[] {
  return group.flatMap(({ pointer }) => {
    const conversion = conversions.get(pointer)
    if (conversion === undefined || !('value' in conversion)) return []
    const other = group.find((it) => {
      const twin = conversions.get(it.pointer)
      const isSame = twin !== undefined && 'value' in twin && twin.value === conversion.value
      return !isSame && SAYING.some((keyword) => own(it.schema, keyword) !== undefined)
    })
    if (other === undefined) return []
    return [{ pointer, reason: `#${other.pointer} says something of the same values as JSON` }]
  })
}

/** The lists of schemas that hold for one part of a value, a property or item: those of which there are several. */
function sharedParts(group: readonly Located[]): Located[][] {
  const names = new Set(group.flatMap(namesIn))
  const properties = [...names].map((name) => group.flatMap((it) => propertyIn(it, name)))
  const others = group.flatMap((it) => othersIn(it))
  const items = group.flatMap((it) => [...inner(it, 'items'), ...listed(it, 'prefixItems')])
  const holders = group.filter(({ schema }) =>
    ['items', 'prefixItems'].some((it) => own(schema, it) !== undefined),
  )
  return [...properties, others, ...(holders.length > 1 ? [items] : [])].filter(({ length }) => length > 1)
}
