import type { ContentFormat, StreamWatch } from './content-format.js'
import { itemJson } from './item-json.js'
import { itemStream } from './item-stream.js'
import type { ServerSentEvent } from './server-sent-event.js'

/** Server-sent events whose data is JSON. */
export const eventsFormat: ContentFormat = eventStream(itemJson)

/** Server-sent events whose data is text. */
export const textEventsFormat: ContentFormat = eventStream((data, { check }) => {
  if (typeof data !== 'string') throw new TypeError(`The data of an event must be text, not ${typeof data}`)
  check(() => data)
  return data
})

function eventStream(write: (data: unknown, watch: StreamWatch) => string): ContentFormat {
  return {
    mediaType: 'text/event-stream',
    headers: { 'cache-control': 'no-cache' },
    write: (events, watch) =>
      itemStream(events, (event) => eventText(event, (data) => write(data, watch)), watch),
  }
}

/** An event as the stream has it (HTML, 9.2.5). */
function eventText(given: unknown, write: (data: unknown) => string): string {
  if (typeof given !== 'object' || given === null || !('data' in given))
    throw new TypeError('An event must be an object with "data"')
  const { data, event, id, retry } = given as ServerSentEvent<unknown>
  const fields = Object.entries({ event, id, retry }).filter(([, value]) => value !== undefined)
  const lines = [
    ...fields.map(([name, value]) => `${name}: ${fieldText(name, String(value))}`),
    ...write(data)
      .split(/\r\n|\r|\n/)
      .map((line) => `data: ${line}`),
  ]
  return `${lines.join('\n')}\n\n`
}

/** What a field says. A line break in it would begin another field, and a caller ignores an id with a NUL. */
function fieldText(name: string, text: string): string {
  const isWrong = /[\r\n\0]/.test(text) || (name === 'retry' && !/^\d+$/.test(text))
  if (isWrong) throw new TypeError(`An event cannot have the ${name} ${JSON.stringify(text)}`)
  return text
}
