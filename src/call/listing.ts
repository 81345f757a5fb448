import { ApiPromise, type WithResponse } from './api-promise.js'

/** A page of a list, as far as paging needs to know it. */
export interface PageInfo<Item> {
  readonly items: readonly Item[]
  /** How many items the whole list has, where the service says so exactly. */
  readonly total?: number | undefined
}

/** How a list is read. */
export interface Paging<Item, Page> {
  /** Reads the page that begins with the item of that number. */
  readonly read: (offset: number) => Promise<WithResponse<Page>>
  readonly info: (page: Page) => PageInfo<Item>
  /** Number of the first item. */
  readonly offset: number
  /** Tells an item from others: what moved on to the next page as new ones came is not given twice. */
  readonly keyOf: (item: Item) => string
}

/**
 * A list: `await` gives its first page as the API describes it, `for await` every item of every page. Nothing is sent before one
 * of the two is asked for.
 *
 * @example
 * const { total_count } = await pipecat.sessions.list('voice-starter')
 * for await (const session of pipecat.sessions.list('voice-starter')) console.log(session.sessionId)
 */
export class Listing<Item, Page> extends ApiPromise<Page> implements AsyncIterable<Item> {
  readonly #items: () => AsyncIterator<Item, void>

  constructor(first: () => Promise<WithResponse<Page>>, items: () => AsyncIterator<Item, void>) {
    let page: Promise<WithResponse<Page>> | undefined
    super(() => (page ??= first()))
    this.#items = items
  }

  /** Every item from the first on; each call begins anew. */
  [Symbol.asyncIterator](): AsyncIterator<Item, void> {
    return this.#items()
  }
}

/** A list whose pages are read by offset. */
export function paged<Item, Page>(paging: Paging<Item, Page>): Listing<Item, Page> {
  return new Listing(
    () => paging.read(paging.offset),
    () => eachItem(paging),
  )
}

/** A list that comes whole. */
export function whole<Item, Page>(
  read: () => Promise<WithResponse<Page>>,
  itemsOf: (page: Page) => readonly Item[],
): Listing<Item, Page> {
  return new Listing(read, async function* () {
    const { data } = await read()
    yield* itemsOf(data)
  })
}

/** The end is where a page is empty, or where the total is reached: a short page may be a limit of the service. */
async function* eachItem<Item, Page>({
  read,
  info,
  offset,
  keyOf,
}: Paging<Item, Page>): AsyncGenerator<Item, void> {
  let before: ReadonlySet<string> = new Set()
  for (let next = offset; ;) {
    // oxlint-disable-next-line no-await-in-loop -- where a page begins depends on the one before
    const { items, total } = info((await read(next)).data)
    const keys = items.map(keyOf)
    yield* items.filter((_, index) => !before.has(keys[index]!)) // There is a key for each item.
    next += items.length
    if (items.length === 0 || (total !== undefined && next >= total)) return
    before = new Set(keys)
  }
}
