import type { OperationDraft } from './operation-draft.js'
import type { ParameterDraft } from './parameters.js'
import type { ParameterLocation, Property, Schema } from './types.js'

/** The locations of parameters, in the order in which they are shown. */
const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie']

/** The parameters of an operation as one schema: an object with an object for each location that has parameters. */
export function paramsSchema({ parameters, pointer }: OperationDraft): Schema {
  const place = `${pointer}/parameters`
  const groups = LOCATIONS.map((location) => ({
    name: location,
    members: parameters.filter((it) => it.in === location),
  })).filter(({ members }) => members.length > 0)
  return objectSchema(
    place,
    groups.map(({ name, members }) => ({ name, schema: groupSchema(place, members) })),
    groups.filter(({ members }) => members.some(({ required }) => required)).map(({ name }) => name),
  )
}

function groupSchema(pointer: string, parameters: readonly ParameterDraft[]): Schema {
  return objectSchema(
    pointer,
    parameters.map(({ name, schema }) => ({ name, schema })),
    parameters.filter(({ required }) => required).map(({ name }) => name),
  )
}

function objectSchema(pointer: string, properties: readonly Property[], required: readonly string[]): Schema {
  return {
    pointer,
    type: ['object'],
    ...(properties.length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  }
}
