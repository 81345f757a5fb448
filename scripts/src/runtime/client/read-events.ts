import { EventBuilder, type ServerSentEvent } from './events.js'
import { jsonItem } from './json-item.js'
import { MalformedResponseError } from './malformed-response-error.js'
import { matches } from './media-type.js'
import type { ReadBody } from './response-body.js'
import { responseText } from './response-text.js'
import { itemTooLarge, streamItems } from './stream-items.js'

/** What many servers send as the data of the last event, behind data that is JSON. */
const LAST = '[DONE]'

/** Reads a body as a stream of server-sent events whose data is JSON. */
export const readEvents: ReadBody = (response, limit) =>
  eventStream(response, limit, (event) =>
    event.data.trim() === LAST ? 'done' : [{ ...event, data: jsonItem(event.data, response) }],
  )

/** Reads a body as a stream of server-sent events whose data is text. */
export const readTextEvents: ReadBody = (response, limit) => eventStream(response, limit, (event) => [event])

type Finish = (event: ServerSentEvent<string>) => readonly ServerSentEvent<unknown>[] | 'done'

async function eventStream(response: Response, limit = Infinity, finish: Finish): Promise<unknown> {
  const type = response.headers.get('Content-Type')
  // Lines of anything else would be fields without a meaning, and the stream one without events.
  if (type !== null && !matches(type, 'text/event-stream')) {
    const text = await responseText(response, limit)
    throw new MalformedResponseError(response, text, { promised: 'the stream of events' })
  }
  const builder = new EventBuilder()
  const line = (text: string, size: number) => {
    const event = builder.add(text, size)
    if (builder.size > limit) throw itemTooLarge(response, limit)
    return event === undefined ? [] : finish(event)
  }
  // An event that the end of the stream cuts off is none.
  return streamItems(response, limit, { end: 'any', line, rest: () => [] })
}
