import type { Model, Schema } from '../../model/types.js'

/** Gives the schema that has a name in the model. */
export type Follow = (name: string) => Schema

/** The schemas of a model by name. */
export function followIn({ schemas }: Model): Follow {
  const byName = new Map(schemas.map(({ name, schema }) => [name, schema]))
  return (name) => {
    const schema = byName.get(name)
    if (schema === undefined) throw new Error(`The model has no schema ${name}`)
    return schema
  }
}
