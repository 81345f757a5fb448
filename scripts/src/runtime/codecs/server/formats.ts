import type { ContentFormat, StreamWatch } from '../../server/content-format.js'
import { textEventsFormat } from '../../server/events-format.js'
import { itemStream } from '../../server/item-stream.js'
import { textFormat } from '../../server/text-format.js'
import { asTexts } from '../as-texts.js'
import type { Codec } from '../codec.js'
import { decode } from '../decode.js'
import { type DecodeJson, decodeJson } from '../decode-json.js'
import { jsonTextOf } from '../json-text.js'
import { mapItems } from '../map-items.js'

/** Values as JSON (RFC 8259). What is written is read again to be checked. */
export function jsonValuesFormat(codec: Codec, read = decodeJson): ContentFormat {
  return {
    mediaType: 'application/json',
    // What JSON has no word for makes an empty body, as it does everywhere; the declared type leaves that out.
    write: (body) => jsonTextOf(body) as string,
    parse: (text) => read(text, codec),
  }
}

/** Values as their text. */
export function valueTextFormat(codec: Codec): ContentFormat {
  return {
    ...textFormat,
    write: (body, watch) => textFormat.write(String(asTexts(body)), watch),
    parse: (text) => decode(codec, text, { isText: true }),
  }
}

/** Items that are each JSON on a line of its own. */
export function jsonLinesOfValuesFormat(codec: Codec, read = decodeJson): ContentFormat {
  return {
    mediaType: 'application/x-ndjson',
    write: (items, watch) =>
      itemStream(
        items,
        (item) => {
          const text = itemTextOf(item)
          watch.check(() => read(text, codec))
          return `${text}\n`
        },
        watch,
      ),
  }
}

/** Server-sent events whose data is JSON. */
export function eventsOfValuesFormat(codec: Codec, read = decodeJson): ContentFormat {
  return {
    ...textEventsFormat,
    write: (events, watch) =>
      textEventsFormat.write(mapItems(events, withTextData), checkingJson(watch, codec, read)),
  }
}

/** An event whose data is the text of its JSON. What is no event stays, to be refused. */
function withTextData(event: unknown): unknown {
  const isEvent = typeof event === 'object' && event !== null && 'data' in event
  return isEvent ? { ...event, data: itemTextOf(event.data) } : event
}

function checkingJson(watch: StreamWatch, codec: Codec, read: DecodeJson): StreamWatch {
  return { ...watch, check: (item) => watch.check(() => read(item() as string, codec)) }
}

function itemTextOf(item: unknown): string {
  const text = jsonTextOf(item)
  if (text === undefined) throw new TypeError(`JSON has no word for ${typeof item}`)
  return text
}
