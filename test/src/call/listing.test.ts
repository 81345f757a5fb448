import { describe, expect, test, vi } from 'vitest'
import { paged, whole } from '../../../src/call/listing.js'
import { failure } from '../service.js'

interface Page {
  readonly items: readonly string[]
  readonly total?: number | undefined
}

const response = { status: 200, headers: new Headers() }

/** A list whose pages are given by offset; what is thrown at an offset is an error. */
function listing(pages: Readonly<Record<number, Page | Error>>, offset = 0) {
  const read = vi.fn<(at: number) => Promise<{ data: Page; response: typeof response }>>((at) => {
    const page = pages[at]
    if (page === undefined) throw new Error(`No page at ${at}`)
    return page instanceof Error ? Promise.reject(page) : Promise.resolve({ data: page, response })
  })
  const list = paged({ read, info: (page) => page, offset, keyOf: (item) => item })
  return { list, asked: () => read.mock.calls.map(([at]) => at) }
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('a list of pages', () => {
  test.each<[string, Readonly<Record<number, Page>>, string, number[]]>([
    ['of one page', { 0: { items: ['a', 'b'], total: 2 } }, 'ab', [0]],
    [
      'of full pages and a rest',
      {
        0: { items: ['a', 'b'], total: 5 },
        2: { items: ['c', 'd'], total: 5 },
        4: { items: ['e'], total: 5 },
      },
      'abcde',
      [0, 2, 4],
    ],
    [
      'whose pages are shorter than asked for',
      { 0: { items: ['a'], total: 3 }, 1: { items: ['b'], total: 3 }, 2: { items: ['c'], total: 3 } },
      'abc',
      [0, 1, 2],
    ],
    [
      'of an unknown total',
      { 0: { items: ['a', 'b'] }, 2: { items: ['c'] }, 3: { items: [] } },
      'abc',
      [0, 2, 3],
    ],
    ['of nothing', { 0: { items: [], total: 0 } }, '', [0]],
    [
      'that ends before its total',
      { 0: { items: ['a'], total: 9 }, 1: { items: [], total: 9 } },
      'a',
      [0, 1],
    ],
    [
      'that grows while it is read',
      { 0: { items: ['a', 'b'], total: 3 }, 2: { items: ['b', 'c'], total: 4 } },
      'abc',
      [0, 2],
    ],
    [
      'that grows by a whole page while it is read',
      {
        0: { items: ['a', 'b'], total: 4 },
        2: { items: ['a', 'b'], total: 6 },
        4: { items: ['c', 'd'], total: 6 },
      },
      'abcd',
      [0, 2, 4],
    ],
    ['with equal items on a page', { 0: { items: ['a', 'a'], total: 2 } }, 'aa', [0]],
  ])('%s gives each item', async (_, pages, want, offsets) => {
    const { list, asked } = listing(pages)
    expect((await collected(list)).join('')).toBe(want)
    expect(asked()).toEqual(offsets)
  })

  test('begins where it is asked to', async () => {
    const { list, asked } = listing({ 3: { items: ['d', 'e'], total: 5 } }, 3)
    expect(await collected(list)).toEqual(['d', 'e'])
    expect(await list).toEqual({ items: ['d', 'e'], total: 5 })
    expect(asked()).toEqual([3, 3])
  })

  test('is not read before anybody asks', async () => {
    const { list, asked } = listing({ 0: { items: ['a', 'b'], total: 3 }, 2: { items: ['c'], total: 3 } })
    const items = list[Symbol.asyncIterator]()
    await Promise.resolve()
    expect(asked()).toEqual([])
    expect([await items.next(), await items.next()]).toMatchObject([{ value: 'a' }, { value: 'b' }])
    expect(asked()).toEqual([0])
    expect(await items.next()).toEqual({ value: 'c', done: false })
    expect(await items.next()).toEqual({ value: undefined, done: true })
    expect(asked()).toEqual([0, 2])
  })

  test('is not read further than the loop goes, and anew by each', async () => {
    const { list, asked } = listing({ 0: { items: ['a', 'b'], total: 3 }, 2: { items: ['c'], total: 3 } })
    for await (const item of list) if (item === 'b') break
    expect(asked()).toEqual([0])
    expect(await collected(list)).toEqual(['a', 'b', 'c'])
    expect(asked()).toEqual([0, 0, 2])
  })

  test('gives its first page, which is read once', async () => {
    const page = { items: ['a'], total: 2 }
    const { list, asked } = listing({ 0: page })
    expect(await list).toBe(page)
    expect(await list.withResponse()).toEqual({ data: page, response })
    expect(asked()).toEqual([0])
  })

  test('ends with the error of a page, after the items before it', async () => {
    const error = new Error('no')
    const { list } = listing({ 0: { items: ['a', 'b'], total: 3 }, 2: error })
    const found: string[] = []
    const reading = (async () => {
      for await (const item of list) found.push(item)
    })()
    expect(await failure(reading)).toBe(error)
    expect(found).toEqual(['a', 'b'])
    expect(await failure(listing({ 0: error }).list)).toBe(error)
  })
})

describe('a list that comes whole', () => {
  test('is read when somebody asks, and gives each item', async () => {
    const page = { items: ['a', 'b'] }
    const read = vi.fn<() => Promise<{ data: typeof page; response: typeof response }>>()
    read.mockResolvedValue({ data: page, response })
    const list = whole(read, ({ items }) => items)
    expect(read).not.toHaveBeenCalled()
    expect(await list).toBe(page)
    expect(await collected(list)).toEqual(['a', 'b'])
    expect(read).toHaveBeenCalledTimes(2)
  })

  test('rejects where it cannot be read', async () => {
    const error = new Error('no')
    const list = whole(
      () => Promise.reject<{ data: string[]; response: typeof response }>(error),
      (it) => it,
    )
    expect(await failure(list)).toBe(error)
    expect(await failure(collected(list))).toBe(error)
  })
})
