import { type Contestant, reporter } from './contestant.js'
import { pointerOf } from './pointer-of.js'
import { importPeer } from './peer.js'
import { type Valibot, type ValibotIssue, valibotSchemaOf } from './valibot-schema.js'

/** Valibot: the schema that a person would write with it, made from the JSON Schema. */
export const valibot: Contestant = {
  name: 'valibot',
  compile: async ({ schemas, root }) => {
    const v = await importPeer<Valibot>('valibot')
    const schema = valibotSchemaOf(v, schemas, root)
    return {
      is: (value) => v.is(schema, value),
      assert: (value) => v.assert(schema, value),
      parse: (value) => v.parse(schema, value),
      reporter: reporter<ValibotIssue>({
        errorsOf: (value) => v.safeParse(schema, value).issues ?? [],
        place: ({ path = [] }) => pointerOf(path.map(({ key }) => key)),
        message: ({ message }) => message,
      }),
    }
  },
}
