/** Where openapi-typescript puts the types of an operation. */
import { type Code, code, importedType, join, literal, typeKey } from '../../emit/index.js'
import type { Operation, ParameterLocation } from '../../model/types.js'
import { OPENAPI } from './openapi.js'

const LOCATIONS: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie']

/** `operations['createAgent']`. */
export function operationType({ operationId }: Operation): Code {
  return indexed(importedType(OPENAPI, 'operations'), operationId)
}

/** `operations['createAgent']['requestBody']`, the body alone where it may be left out. */
export function requestBodyType(operation: Operation): Code {
  const type = indexed(operationType(operation), 'requestBody')
  return operation.body?.required ? type : code`NonNullable<${type}>`
}

/**
 * The parameters by location. openapi-typescript lists the locations without parameters, too; here they are absent, and those
 * of which nothing is required optional.
 */
export function paramsType(operation: Operation): Code {
  const groups = LOCATIONS.flatMap((location) => {
    const parameters = operation.parameters.filter((it) => it.in === location)
    if (parameters.length === 0) return []
    const type = indexed(operationType(operation), 'parameters', location)
    const isRequired = parameters.some(({ required }) => required)
    return [
      isRequired ? groupType(location, false, type) : groupType(location, true, code`NonNullable<${type}>`),
    ]
  })
  return groups.length === 0 ? code`Record<string, never>` : code`{ ${join(groups, ' ')} }`
}

function groupType(location: ParameterLocation, isOptional: boolean, type: Code): Code {
  return isOptional ? code`${typeKey(location)}?: ${type};` : code`${typeKey(location)}: ${type};`
}

/** `type['key']['other']`. */
export function indexed(type: Code, ...keys: readonly string[]): Code {
  return keys.reduce((inner, key) => code`${inner}[${literal(key)}]`, type)
}
