import { code } from '../../emit/index.js'
import { type Facet, reported } from './facet.js'
import { butIs } from './messages.js'
import { helper } from './runtime.js'
import type { Subject } from './subject.js'

/** The facet of bytes, of which nothing else can be asked: JSON has none. */
export function blobFacet({ schema, value }: Subject): Facet {
  const holds = code`${value} instanceof Blob`
  const message = butIs('must be a Blob', code`${helper('show', 'typeName')}(${value})`)
  return { holds, fails: code`!(${holds})`, report: reported(schema, 'type', message, { type: 'Blob' }) }
}
