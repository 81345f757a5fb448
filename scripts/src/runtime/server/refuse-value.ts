import type { ValueFormat } from './parameter.js'
import { refuseMalformed } from './refusal.js'

/** Stops with a parameter, or member of a form, that cannot be read. */
export function refuseValue({ in: location, name }: ValueFormat, what: string): never {
  const place = location === 'body' ? `The member ${name} of the body` : `The ${location} parameter ${name}`
  return refuseMalformed(location, `${place} ${what}`)
}
