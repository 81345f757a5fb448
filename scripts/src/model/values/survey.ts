import { type JsonObject, own } from '../../json.js'
import type { ValueName } from '../../value-schema.js'
import type { ModelOptions } from '../options.js'
import { type Conversion, conversionOf } from './conversion.js'
import { inner, inPlace, listed, type Located, named, target } from './located.js'

/** Keywords whose schemas only ask something of a value, or describe what others do not. */
const CLOSED: readonly string[] = [
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'dependentSchemas',
  'unevaluatedItems',
  'unevaluatedProperties',
]

/** A place where values have to stay what they are in JSON. */
export interface Closed {
  readonly schema: Located
  readonly reason: string
  /** The only types that are meant, if not all. */
  readonly only?: readonly ValueName[]
}

/** What there is in the schemas of a document. */
export interface Survey {
  /** Every schema that describes values, each once. */
  readonly schemas: readonly Located[]
  /** What the values of a schema could become, by its place. */
  readonly conversions: ReadonlyMap<string, Conversion>
  readonly closed: readonly Closed[]
}

/** Looks at all schemas that some lead to, but for those inside keywords where nothing can be converted. */
export function survey(starts: readonly Located[], document: JsonObject, options: ModelOptions): Survey {
  const schemas = new Map(starts.map((it) => [it.pointer, it]))
  const conversions = new Map<string, Conversion>()
  const closed: Closed[] = []
  // A map gives what is added while it is walked through, too.
  for (const it of schemas.values()) {
    const conversion = conversionOf(it.schema, options)
    if (conversion !== undefined) conversions.set(it.pointer, conversion)
    closed.push(...closedIn(it, document))
    for (const next of openIn(it, document)) if (!schemas.has(next.pointer)) schemas.set(next.pointer, next)
  }
  for (const { schema, pointer } of allInside(
    closed.map((it) => it.schema),
    document,
  )) {
    const conversion = conversionOf(schema, options)
    if (conversion !== undefined) conversions.set(pointer, conversion)
  }
  return { schemas: [...schemas.values()], conversions, closed }
}

/** The schemas of keywords whose values can be converted. */
function openIn(schema: Located, document: JsonObject): Located[] {
  const referred = target(schema, document)
  return [
    ...(referred ? [referred] : []),
    ...['items', 'additionalProperties'].flatMap((keyword) => inner(schema, keyword)),
    ...['prefixItems', 'allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listed(schema, keyword)),
    ...['properties', 'patternProperties'].flatMap((keyword) => named(schema, keyword).map(([, it]) => it)),
  ]
}

function closedIn(it: Located, document: JsonObject): Closed[] {
  const inside = CLOSED.flatMap((keyword) => {
    const schemas =
      keyword === 'dependentSchemas' ? named(it, keyword).map(([, each]) => each) : inner(it, keyword)
    return schemas.map((schema) => ({ schema, reason: `"${keyword}" of #${it.pointer} applies to it` }))
  })
  const listing = ['enum', 'const'].filter((keyword) => own(it.schema, keyword) !== undefined)
  const within = openIn(it, document)
  const alternatives = listed(it, 'oneOf')
  const negating = inPlace(alternatives, document).find(({ schema }) =>
    ['not', 'if'].some((keyword) => own(schema, keyword) !== undefined),
  )
  const reason = `an alternative of "oneOf" of #${it.pointer} takes what another does not: #${negating?.pointer}`
  return [
    ...inside,
    ...(negating ? alternatives.map((schema) => ({ schema, reason })) : []),
    ...listing.flatMap((keyword) =>
      within.map((schema) => ({ schema, reason: `"${keyword}" of #${it.pointer} lists values as JSON` })),
    ),
    ...(own(it.schema, 'uniqueItems') === true
      ? within.map((schema) => ({
          schema,
          reason: `"uniqueItems" of #${it.pointer} compares values as JSON`,
          only: ['Date', 'Temporal.Instant', 'Temporal.PlainDate'] as const,
        }))
      : []),
  ]
}

/** Every schema inside some, whatever the keyword, and the schemas themselves. */
export function allInside(starts: readonly Located[], document: JsonObject): Located[] {
  const found = new Map(starts.map((it) => [it.pointer, it]))
  for (const it of found.values()) {
    const inside = [...openIn(it, document), ...closedIn(it, document).map(({ schema }) => schema)]
    for (const next of inside) if (!found.has(next.pointer)) found.set(next.pointer, next)
  }
  return [...found.values()]
}
