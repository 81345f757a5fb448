import type { ServerSentEvent } from '../../client/events.js'
import { readTextEvents } from '../../client/read-events.js'
import type { ReadBody } from '../../client/response-body.js'
import type { Codec } from '../codec.js'
import { decodeJson } from '../decode-json.js'
import { decodedItem } from './read-json-lines.js'

/** What many servers send as the data of the last event, behind data that is JSON. */
const LAST_DATA = '[DONE]'

/** Makes the reader of a stream of server-sent events whose data is JSON. */
export function eventsReader(codec: Codec, read = decodeJson): ReadBody {
  return async (response, limit) => {
    const events = await readTextEvents(response, limit)
    return decodedEvents(events as AsyncIterable<ServerSentEvent<string>>, (data) =>
      decodedItem(data, response, codec, read),
    )
  }
}

async function* decodedEvents(
  events: AsyncIterable<ServerSentEvent<string>>,
  read: (data: string) => unknown,
): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
  for await (const event of events) {
    if (event.data.trim() === LAST_DATA) return
    yield { ...event, data: read(event.data) }
  }
}
