/** A value as plain data: what is in files, and in streams. */
export async function plain(value: unknown): Promise<unknown> {
  if (value instanceof File) return { name: value.name, type: value.type, text: await value.text() }
  if (value instanceof Blob) return { type: value.type, text: await value.text() }
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if (typeof value !== 'object' || value === null) return value
  if (Symbol.asyncIterator in value) return collected(value as AsyncIterable<unknown>)
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await plain(inner)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

async function collected(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const item of items) all.push(item)
  return all
}
