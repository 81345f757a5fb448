import type { ContentFormat } from './content-format.js'
import { itemStream } from './item-stream.js'
import { itemJson } from './item-json.js'

/** Items that are each JSON on a line of its own. */
export const jsonLinesFormat: ContentFormat = {
  mediaType: 'application/x-ndjson',
  write: (items, watch) => itemStream(items, (item) => `${itemJson(item, watch)}\n`, watch),
}
