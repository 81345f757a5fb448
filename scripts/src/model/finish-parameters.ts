import type { OperationDraft } from './operation-draft.js'
import { parameterReading, readingsIn } from './reading.js'
import { type Source, warn } from './source.js'
import type { Parameter, SecurityScheme } from './types.js'
import type { Lookup } from './value-types.js'

/** What is known once all schemas have been read. */
interface Known {
  readonly lookup: Lookup
  readonly securitySchemes: readonly SecurityScheme[]
  readonly root: Source
}

/** The parameters of an operation, with how their values are read. */
export function finishParameters(
  draft: OperationDraft,
  { lookup, securitySchemes, root }: Known,
): Parameter[] {
  const read = draft.parameters.map((it) => ({ ...it, reading: parameterReading(it, lookup) }))
  for (const it of read) remarkOnNesting(it, root)
  return read.map((it) => (takesOthers(it) ? { ...it, taken: taken(it, read, draft, securitySchemes) } : it))
}

/** OpenAPI does not say how what is nested is written, but for the style `deepObject` with texts alone inside. */
function remarkOnNesting({ name, style, pointer, reading }: Parameter, root: Source): void {
  const all = readingsIn(reading)
  const place = { ...root, pointer }
  if (all.some(({ json }) => json)) {
    warn(
      place,
      `An array or object inside the value of "${name}" is written as JSON: the style ${style} has no text for it`,
    )
  }
  if (all.some(({ isTooDeep }) => isTooDeep)) {
    warn(
      place,
      `What is nested deeper in the value of "${name}", or inside itself, is left as text by the server layer`,
    )
  }
}

/** Whether the value is an object that takes whatever names there are. */
function takesOthers({ style, explode, reading }: Parameter): boolean {
  return style === 'form' && explode && reading.others !== undefined
}

/** The names that are not for an object that takes whatever names there are. */
function taken(
  parameter: Parameter,
  all: readonly Parameter[],
  { security }: OperationDraft,
  schemes: readonly SecurityScheme[],
): string[] {
  const others = all.filter((it) => it !== parameter && it.in === parameter.in)
  const credentials = schemes.filter((it) => it.in === parameter.in && security.flat().includes(it.key))
  return [
    ...new Set([
      ...others.flatMap(({ name, reading }) => [name, ...Object.keys(reading.object ?? {})]),
      ...credentials.map(({ name = '' }) => name),
    ]),
  ]
}
