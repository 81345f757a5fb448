import { describe, expect, test, vi } from 'vitest'
import { ResponseTooLargeError } from '../../../../scripts/src/runtime/client/response-too-large-error.js'
import { responseText } from '../../../../scripts/src/runtime/client/response-text.js'

/** A response whose body comes in these parts, and tells what becomes of it. */
function streamed(parts: readonly (Uint8Array | Error)[], headers: Record<string, string> = {}) {
  const cancelled = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('cannot be cancelled'))
  let index = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const part = parts[index++]
        if (part === undefined) controller.close()
        else if (part instanceof Error) controller.error(part)
        else controller.enqueue(part)
      },
      cancel: cancelled,
    },
    { highWaterMark: 0 },
  )
  return { response: new Response(body, { headers }), cancelled, count: () => index }
}

const bytes = (text: string) => new TextEncoder().encode(text)

describe('responseText', () => {
  test.each<[string, readonly Uint8Array[], string]>([
    ['nothing', [], ''],
    ['one part', [bytes('abc')], 'abc'],
    ['several', [bytes('a'), bytes(''), bytes('bc')], 'abc'],
    [
      'a character in two parts',
      [bytes('é').slice(0, 1), bytes('é').slice(1), bytes('😀').slice(0, 3), bytes('😀').slice(3)],
      'é😀',
    ],
    ['a byte order mark', [bytes('\uFEFFabc')], 'abc'],
    ['a character that is cut off', [bytes('a'), bytes('é').slice(0, 1)], 'a\uFFFD'],
  ])('reads %s', async (_, parts, want) => {
    expect(await responseText(streamed(parts).response, 100)).toBe(want)
    expect(await responseText(streamed(parts).response)).toBe(want)
  })

  test('reads no body at all', async () => {
    expect(await responseText(new Response(null, { headers: { 'Content-Length': '99' } }), 1)).toBe('')
  })

  test('reads as many bytes as it may', async () => {
    const { response } = streamed([bytes('é'), bytes('é')])
    expect(await responseText(response, 4)).toBe('éé')
  })

  test('stops at the part that is too much, and lets go of the rest', async () => {
    const { response, cancelled, count } = streamed([bytes('é'), bytes('é'), bytes('more'), bytes('more')])
    const error = await responseText(response, 3).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ResponseTooLargeError)
    expect(error).toMatchObject({
      name: 'ResponseTooLargeError',
      message: 'The response with status 200 is larger than 3 bytes',
      status: 200,
      limit: 3,
      response,
    })
    expect(count()).toBe(2)
    expect(cancelled).toHaveBeenCalledTimes(1)
  })

  test('does not begin where the header says that it is too much', async () => {
    const { response, cancelled, count } = streamed([bytes('abcd')], { 'Content-Length': '4' })
    await expect(responseText(response, 3)).rejects.toBeInstanceOf(ResponseTooLargeError)
    expect(count()).toBe(0)
    expect(cancelled).toHaveBeenCalledTimes(1)
  })

  test('does not take the length of what is encoded for that of the text', async () => {
    const encoded = { 'Content-Length': '2', 'Content-Encoding': 'gzip' }
    await expect(responseText(streamed([bytes('abcd')], encoded).response, 3)).rejects.toBeInstanceOf(
      ResponseTooLargeError,
    )
    expect(
      await responseText(streamed([bytes('ab')], { ...encoded, 'Content-Length': '9' }).response, 3),
    ).toBe('ab')
  })

  test('rejects as the body does', async () => {
    const broken = new Error('broken')
    await expect(responseText(streamed([bytes('a'), broken]).response, 9)).rejects.toBe(broken)
  })

  test('of a body that cannot be cancelled leaves no rejection behind', async () => {
    const unhandled: unknown[] = []
    const listen = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', listen)
    await responseText(streamed([bytes('abcd')]).response, 3).catch(() => undefined)
    await responseText(streamed([bytes('abcd')], { 'Content-Length': '4' }).response, 3).catch(
      () => undefined,
    )
    await new Promise((resolve) => setTimeout(resolve, 1))
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
  })
})
