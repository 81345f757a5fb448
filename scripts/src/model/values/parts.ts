import { childPointer, isJsonObject, own } from '../../json.js'
import { inner, type Located, located, named } from './located.js'

/** The names of the properties that a schema lists. */
export function namesIn({ schema }: Located): string[] {
  const properties = own(schema, 'properties')
  return isJsonObject(properties) ? Object.keys(properties) : []
}

/** What a schema says of a property: by its name, by patterns, or of all that it does not name. */
export function propertyIn(it: Located, name: string): Located[] {
  const properties = own(it.schema, 'properties')
  const isNamed = isJsonObject(properties) && Object.hasOwn(properties, name)
  const place = childPointer(childPointer(it.pointer, 'properties'), name)
  const property = isNamed ? located(properties[name], place) : undefined
  const byPattern = named(it, 'patternProperties').filter(([pattern]) => fits(name, pattern))
  const found = [...(property ? [property] : []), ...byPattern.map(([, schema]) => schema)]
  return found.length > 0 || isNamed ? found : inner(it, 'additionalProperties')
}

/** What a schema says of properties that it does not name. */
export function othersIn(it: Located): Located[] {
  return [...named(it, 'patternProperties').map(([, schema]) => schema), ...inner(it, 'additionalProperties')]
}

/** Whether a name may match a pattern. One that could take long to find out, as a document might want it to, is taken to match. */
function fits(name: string, pattern: string): boolean {
  const start = pattern.replace(/\.[*+]\$?$/, '')
  if (/[*+?{]/.test(start)) return true
  try {
    return new RegExp(start, 'u').test(name)
  } catch {
    return true
  }
}
