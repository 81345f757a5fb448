import type { StreamWatch } from './content-format.js'

/**
 * An item of a stream as JSON.
 * @throws TypeError if JSON has no word for it, and ReplyError if what JSON makes of it is not valid.
 */
export function itemJson(item: unknown, { check }: StreamWatch): string {
  // The declared type leaves out that there may be none.
  const text: string | undefined = JSON.stringify(item)
  if (text === undefined) throw new TypeError(`JSON has no word for ${typeof item}`)
  check(() => JSON.parse(text) as unknown)
  return text
}
