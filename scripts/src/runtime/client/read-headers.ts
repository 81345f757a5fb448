import type { ReadHeaders } from './operation.js'
import { inTurn, named, readComposite } from '../reading/composite.js'
import { decodeHeaderItem } from '../reading/escapes.js'
import { parseJson, type Reading, readText } from '../reading/reading.js'

/** How the value of a header field is written, always in the style `simple`, and what its text stands for. */
export interface HeaderFormat extends Reading {
  /** Whether members are written as `name=value`; else names and values take turns. */
  readonly explode?: boolean
  /** Whether the value is JSON text. */
  readonly isJson?: boolean
}

/** Reads those header fields that there are. What is not as the document says stays the text that it is. */
export function headersReader(formats: Readonly<Record<string, HeaderFormat>>): ReadHeaders {
  return ({ headers }) => {
    const fields = Object.entries(formats).flatMap(([name, format]) => {
      const text = headers.get(name)
      return text === null ? [] : [[name, readField(text, format)] as const]
    })
    return Object.fromEntries(fields)
  }
}

function readField(text: string, format: HeaderFormat): unknown {
  if (format.isJson) {
    const value = parseJson(text)
    return value === undefined ? text : value
  }
  if (format.array === undefined && format.object === undefined) return readText(text, format)
  const items = text.split(',')
  const pairs = format.explode ? named(items) : inTurn(items)
  return readComposite({ whole: text, items, pairs }, format, { text: (it) => it, part: decodeHeaderItem })
}
