import { bodyMembers } from './body-members.js'
import { urlComponent } from './escape.js'
import { concreteType } from './media-type.js'
import { type ParameterStyles, styleOf } from './parameter-style.js'
import { innerText, isArray, itemsOf } from './parameter-text.js'
import { queryParts } from './query.js'
import type { WriteBody } from './written-body.js'

/**
 * Writes the members of an object as `application/x-www-form-urlencoded` (OpenAPI 3.1, 4.8.14.5): those with a style as a query
 * would, items of arrays as members of the same name, and objects as JSON. Spaces are `+` (RFC 1866, 8.2.1). What is `undefined` is
 * left out.
 */
export function form(styles: ParameterStyles = {}): WriteBody {
  return (value, mediaType) => ({
    body: bodyMembers(value)
      .flatMap(([name, member]) => formMember(name, member, styles))
      .join('&')
      // A percent sign in a value is an escape itself, so this is always a space.
      .replaceAll('%20', '+'),
    type: concreteType(mediaType, 'application/x-www-form-urlencoded'),
  })
}

function formMember(name: string, member: unknown, styles: ParameterStyles): string[] {
  if (Object.hasOwn(styles, name)) return queryParts(name, member, styleOf(styles, name))
  const items = isArray(member) ? itemsOf(member) : [member]
  return items.map((item) => `${urlComponent(name, name)}=${urlComponent(name, innerText(name, item))}`)
}
