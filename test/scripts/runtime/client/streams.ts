import { vi } from 'vitest'

/** A body that comes in parts, and tells whether it was cancelled. */
export function partly(
  parts: readonly (string | Uint8Array | Error)[],
  headers: Readonly<Record<string, string>> = {},
) {
  const cancelled = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('cannot be cancelled'))
  const left = [...parts]
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const part = left.shift()
        if (part === undefined) controller.close()
        else if (part instanceof Error) controller.error(part)
        else controller.enqueue(typeof part === 'string' ? new TextEncoder().encode(part) : part)
      },
      cancel: cancelled,
    },
    { highWaterMark: 0 },
  )
  return { response: new Response(body, { headers }), cancelled, left }
}

/** The bytes of a text, cut after every `size` of them. */
export function cut(text: string, size: number): Uint8Array[] {
  const bytes = new TextEncoder().encode(text)
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  )
}

/** All items of a stream. */
export async function all(stream: unknown): Promise<unknown[]> {
  const items: unknown[] = []
  for await (const item of stream as AsyncIterable<unknown>) items.push(item)
  return items
}
