import { bodyMembers } from './body-members.js'
import type { ParameterStyle } from './parameter-style.js'
import { innerText, isArray, isScalar, itemsOf, jsonText } from './parameter-text.js'
import { queryParts } from './query.js'
import type { WriteBody } from './written-body.js'

/** How a part is written, as far as that is not by default (OpenAPI 3.1, 4.8.15). */
export interface PartFormat extends Pick<ParameterStyle, 'style' | 'explode' | 'isJson'> {
  /** Its media type, where the document names one other than the default. */
  readonly contentType?: string
}

/**
 * Writes the members of an object as `multipart/form-data` (OpenAPI 3.1, 4.8.14.6): bytes as they are, objects as JSON, the items of an
 * array each as a part of the same name, and everything else as text. What is `undefined` is left out.
 */
export function multipart(formats: Readonly<Record<string, PartFormat>> = {}): WriteBody {
  return (value) => {
    const body = new FormData()
    for (const [name, member] of bodyMembers(value)) {
      const format = (Object.hasOwn(formats, name) ? formats[name] : undefined) ?? {}
      for (const [key, part] of partsOf(name, member, format)) body.append(key, part)
    }
    return { body }
  }
}

function partsOf(name: string, member: unknown, format: PartFormat): (readonly [string, string | Blob])[] {
  if (isStyled(format)) return styledParts(name, member, format)
  const items = isArray(member) && !format.isJson ? itemsOf(member) : [member]
  return items.map((item) => [name, partOf(name, item, format)])
}

function isStyled({ style, explode }: PartFormat): boolean {
  return style !== undefined || explode !== undefined
}

/** What a query would have, without the escapes of one. */
function styledParts(name: string, member: unknown, format: PartFormat): (readonly [string, string])[] {
  return queryParts(name, member, format).map((part) => {
    const [key = '', text = ''] = part.split('=', 2).map(decodeURIComponent)
    return [key, text]
  })
}

function partOf(name: string, value: unknown, { contentType, isJson = false }: PartFormat): string | Blob {
  if (value instanceof Blob) return labelled(value, contentType)
  if (isJson || !isScalar(value)) {
    const text = isJson ? jsonText(name, value) : innerText(name, value)
    return new Blob([text], { type: contentType ?? 'application/json' })
  }
  const isText = contentType === undefined || /^text\/plain *(?:;|$)/i.test(contentType)
  return isText ? String(value) : new Blob([String(value)], { type: contentType })
}

/** The bytes with the media type that the document names, if they have none; a file keeps its name. */
function labelled(value: Blob, type: string | undefined): Blob {
  if (value.type !== '' || type === undefined) return value
  return value instanceof File ? new File([value], value.name, { type }) : new Blob([value], { type })
}
