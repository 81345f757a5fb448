import { describe, expect, it } from 'vitest'
import { anything, serve } from './api.js'

const route = { method: 'POST', body: { required: true, contents: { 'application/json': anything } } }

/** A body that comes in chunks, and what is known of it afterwards. */
function streamed(chunks: readonly string[]) {
  const state = { sent: 0, isCancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[state.sent]
        if (chunk === undefined) return controller.close()
        state.sent += 1
        controller.enqueue(new TextEncoder().encode(chunk))
      },
      cancel: () => void (state.isCancelled = true),
    },
    { highWaterMark: 0 },
  )
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
  return { state, request: new Request('http://localhost/', init) }
}

describe('the limit of a body', () => {
  it('is 1 MiB unless said otherwise', async () => {
    const handle = serve([route])
    const fits = streamed([`"${'x'.repeat(1_048_574)}"`])
    const exceeds = streamed([`"${'x'.repeat(1_048_575)}"`])
    expect((await handle(fits.request)).status).toBe(200)
    expect((await handle(exceeds.request)).status).toBe(413)
  })

  it('counts bytes, not characters', async () => {
    const handle = serve([route], undefined, { maxBodyBytes: 6 })
    expect((await handle(streamed(['"€', 'a"']).request)).status).toBe(200)
    expect((await handle(streamed(['"€', '€"']).request)).status).toBe(413)
  })

  it('stops the body as soon as it is passed', async () => {
    const { state, request } = streamed(Array.from({ length: 1000 }, () => '[1,2,3,4,5'))
    const response = await serve([route], undefined, { maxBodyBytes: 95 })(request)
    expect(response.status).toBe(413)
    expect(state.isCancelled).toBe(true)
    expect(state.sent).toBeLessThan(15)
  })

  it('is checked before a body is read that says how long it is', async () => {
    const { state, request } = streamed(['{}'])
    request.headers.set('content-length', '96')
    expect((await serve([route], undefined, { maxBodyBytes: 95 })(request)).status).toBe(413)
    expect(state.sent).toBe(0)
  })

  it('may be zero', async () => {
    const handle = serve([{ ...route, body: { ...route.body, required: false } }], undefined, {
      maxBodyBytes: 0,
    })
    expect((await handle(streamed([]).request)).status).toBe(200)
    expect((await handle(streamed(['1']).request)).status).toBe(413)
  })

  it.each([
    [['', ''], 200, 2],
    [['', '1', '2'], 415, 2],
  ])('is read of %j, which has no type, until there is something', async (chunks, status, sent) => {
    const body = streamed(chunks)
    body.request.headers.delete('content-type')
    const handle = serve([{ ...route, body: { ...route.body, required: false } }])
    expect((await handle(body.request)).status).toBe(status)
    expect(body.state).toEqual({ sent, isCancelled: status === 415 })
  })

  it('may be none', async () => {
    const { request } = streamed(
      Array.from({ length: 3 }, (_, index) => ['"', 'x'.repeat(2_000_000), '"'][index]!),
    )
    expect((await serve([route], undefined, { maxBodyBytes: Infinity })(request)).status).toBe(200)
  })

  it('puts together characters that are split between chunks', async () => {
    const [a = 0, b = 0, c = 0] = new TextEncoder().encode('€')
    const bytes = [Uint8Array.of(0x22, a), Uint8Array.of(b), Uint8Array.of(c, 0x22)]
    const body = new ReadableStream({
      start(controller) {
        for (const chunk of bytes) controller.enqueue(chunk)
        controller.close()
      },
    })
    const given: unknown[] = []
    const handle = serve([route], (input: { body: unknown }) => {
      given.push(input.body)
      return { status: 200 }
    })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
    await handle(new Request('http://localhost/', init))
    expect(given).toEqual(['€'])
  })
})
