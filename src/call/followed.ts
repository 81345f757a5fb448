import { checkInterval } from '../check-options.js'
import type { CallOptions } from '../options.js'
import type { Connection } from './call.js'
import { Listing, type Paging } from './listing.js'
import { sleep, withDeadline } from './timeout.js'

/** How a list that grows is followed. */
export interface Following {
  /** Time between the end of the list and the next look at it, in milliseconds. */
  readonly interval: number
  readonly signals: readonly AbortSignal[]
  /**
   * Asked before each look whether the list may still grow; the look after it has said no is the last.
   * @default always
   */
  readonly mayGrow?: () => Promise<boolean>
}

const INTERVAL = 2000

/**
 * How a list is followed with the options of a call.
 * @throws ConfigurationError if the interval is none.
 */
export function following(
  interval: number | undefined,
  { settings }: Connection,
  { signal }: CallOptions,
): Following {
  checkInterval(interval)
  return {
    interval: interval ?? INTERVAL,
    signals: signal === undefined ? settings.signals : [...settings.signals, signal],
  }
}

/** How a list that grows is read. */
export type GrowingPaging<Item, Page> = Pick<Paging<Item, Page>, 'read' | 'info' | 'offset'>

/** A list that grows at its end: its items, and those that come, for as long as it may grow. */
export function followed<Item, Page>(paging: GrowingPaging<Item, Page>, how: Following): Listing<Item, Page> {
  return new Listing(
    () => paging.read(paging.offset),
    () => eachItem(paging, how),
  )
}

/* oxlint-disable no-await-in-loop -- one look comes after the other */
async function* eachItem<Item, Page>(
  { read, info, offset }: GrowingPaging<Item, Page>,
  { interval, signals, mayGrow = () => Promise.resolve(true) }: Following,
): AsyncGenerator<Item, void> {
  for (let next = offset; ;) {
    const isGrowing = await mayGrow()
    for (;;) {
      const { items } = info((await read(next)).data)
      if (items.length === 0) break
      next += items.length
      yield* items
    }
    if (!isGrowing) return
    await withDeadline({ signals }, (signal) => sleep(interval, signal))
  }
}
