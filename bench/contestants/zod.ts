import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import type { BenchCase } from '../cases/case.js'
import { jsonSchemaOf } from '../json-schema.js'
import { type Contestant, reporter } from './contestant.js'
import { pointerOf } from './pointer-of.js'
import { importPeer } from './peer.js'

interface ZodIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

interface ZodSchema {
  parse(value: unknown): unknown
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly ZodIssue[] } }
  refine(check: (value: unknown) => boolean, message: string): ZodSchema
}

interface Zod {
  fromJSONSchema(schema: JsonValue): ZodSchema
}

/** Zod: the schema that it makes of a JSON Schema. */
export const zod: Contestant = {
  name: 'zod',
  compile: async ({ schemas, root }) => {
    const { fromJSONSchema } = await importPeer<Zod>('zod')
    const schema = zodSchemaOf(fromJSONSchema, jsonSchemaOf(schemas, root))
    return {
      is: (value) => schema.safeParse(value).success,
      parse: (value) => schema.parse(value),
      reporter: reporter<ZodIssue>({
        errorsOf: (value) => schema.safeParse(value).error?.issues ?? [],
        place: ({ path }) => pointerOf(path),
        message: ({ message }) => message,
      }),
    }
  },
}

/** Zod's own conversion gets `oneOf` beside closed properties wrong, so that it is made a refinement, as a person would. */
function zodSchemaOf(convert: Zod['fromJSONSchema'], { oneOf, ...rest }: JsonObject): ZodSchema {
  if (!Array.isArray(oneOf)) return convert(rest)
  if (rest['type'] === undefined) return convert({ ...rest, oneOf })
  const branches = oneOf.map((branch: JsonValue) => convert({ type: 'object', ...(branch as JsonObject) })) // each is one
  const isOneOf = (value: unknown) =>
    branches.filter((branch) => branch.safeParse(value).success).length === 1
  return convert(rest).refine(isOneOf, 'must match exactly one of the alternatives')
}

/** The code of a module that makes the check when it is loaded. */
export function zodModule({ schemas, root }: Pick<BenchCase, 'schemas' | 'root'>): string {
  const schema = JSON.stringify(jsonSchemaOf(schemas, root))
  return `import { fromJSONSchema } from 'zod'\n${zodSchemaOf}\nexport default zodSchemaOf(fromJSONSchema, ${schema})`
}
