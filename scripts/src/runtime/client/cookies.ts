import { urlComponent } from './escape.js'
import { formParts } from './form.js'
import { type ParameterStyles, styleOf } from './parameter-style.js'
import { jsonText, type ParameterValues } from './parameter-text.js'

/** A name of a cookie, which has no escapes (RFC 6265, 4.1.1). */
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/**
 * Cookie parameters as the pairs of a `Cookie` header, in the style `form`, each part of an exploded value a pair of its own. What is
 * `undefined` is left out.
 * @throws TypeError if a value cannot be written, or a name is none that a cookie can have.
 */
export function cookiePairs(values: ParameterValues, styles: ParameterStyles = {}): string[] {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return given.flatMap(([name, value]) => {
    const style = styleOf(styles, name)
    const escapes = { name: cookieName, text: (text: string) => urlComponent(name, text) }
    return style.isJson
      ? [`${cookieName(name)}=${escapes.text(jsonText(name, value))}`]
      : formParts(name, value, style, escapes)
  })
}

function cookieName(name: string): string {
  if (TOKEN.test(name)) return name
  throw new TypeError(`${JSON.stringify(name)} cannot be the name of a cookie`)
}

/** Adds cookies to those that a request has. */
export function addCookies({ headers }: Request, pairs: readonly string[]): void {
  if (pairs.length === 0) return
  const given = headers.get('cookie')
  headers.set('cookie', (given === null ? pairs : [given, ...pairs]).join('; '))
}
