import type { JsonObject, JsonValue } from '../../scripts/src/json.js'
import type { BenchCase, InvalidValue } from './case.js'
import { changed, nonObjects } from './variants.js'

const things = ['order', 'customer', 'invoice', 'product', 'payment', 'shipment', 'refund', 'ticket']
const text = { type: 'string' }

/** What happens: the properties that an event of it has besides those of every event, and an example of them. */
const happenings: Readonly<
  Record<string, { properties: JsonObject; required: string[]; example: JsonObject }>
> = {
  created: {
    properties: { data: { type: 'object' } },
    required: ['data'],
    example: { data: { total: 12.5 } },
  },
  changed: {
    properties: { previous: text, fields: { type: 'array', items: text } },
    required: ['previous', 'fields'],
    example: { previous: 'v1', fields: ['name', 'price'] },
  },
  deleted: { properties: { reason: text }, required: [], example: { reason: 'duplicate' } },
  moved: { properties: { from: text, to: text }, required: ['from', 'to'], example: { from: 'a', to: 'b' } },
  noted: { properties: { note: text }, required: ['note'], example: { note: 'see the letter' } },
}

const kinds = things.flatMap((thing) =>
  Object.entries(happenings).map(([happening, parts]) => ({ thing, happening, ...parts })),
)

function pascal(...words: string[]): string {
  return words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')
}

const branches = kinds.map(({ thing, happening, properties, required }) => [
  pascal(thing, happening),
  {
    type: 'object',
    properties: {
      type: { const: `${thing}.${happening}` },
      id: text,
      at: { type: 'integer' },
      ...properties,
    },
    required: ['type', 'id', 'at', ...required],
  },
])

const events: JsonValue[] = kinds.map(({ thing, happening, example }, index) => ({
  type: `${thing}.${happening}`,
  id: `${thing}-${index}`,
  at: 1_700_000_000 + index,
  ...example,
}))

function wrongEvents(event: JsonValue): InvalidValue[] {
  return (
    [
      ['/type', undefined],
      ['/type', null],
      ['/type', 'order.lost'],
      ['/type', 'toString'],
      ['/id', undefined],
      ['/id', 7],
      ['/at', 0.5],
    ] as const
  ).map((change) => ({ value: changed(event, change), at: [''] }))
}

/** A union of forty objects that a constant tells apart. */
export const union: BenchCase = {
  title: 'Union of 40 objects told apart by a constant',
  root: 'Event',
  schemas: {
    Event: { oneOf: branches.map(([key]) => ({ $ref: `#/components/schemas/${key}` })) },
    ...Object.fromEntries(branches),
  },
  tasks: ['is', 'issues'],
  valid: [...events, changed(events[2]!, ['/reason', undefined]), changed(events[0]!, ['/more', 1])],
  invalid: [
    ...nonObjects(),
    ...wrongEvents(events[0]!),
    ...wrongEvents(events[39]!),
    { value: changed(events[0]!, ['/data', []]), at: [''] },
    { value: changed(events[1]!, ['/previous', undefined]), at: [''] },
    { value: changed(events[6]!, ['/fields/1', 7]), at: [''] },
    { value: changed(events[2]!, ['/reason', null]), at: [''] },
    { value: changed(events[3]!, ['/to', false]), at: [''] },
    { value: changed(events[4]!, ['/note', undefined]), at: [''] },
    { value: changed(events[0]!, ['/type', 'order.changed']), at: [''] },
  ],
  timed: {
    valid: events,
    invalid: [
      changed(events[6]!, ['/fields/1', 7], ['/id', undefined]),
      changed(events[19]!, ['/note', 1]),
      changed(events[38]!, ['/to', null], ['/at', 'now']),
    ],
  },
  byHand: { module: 'union', is: 'is' },
}
