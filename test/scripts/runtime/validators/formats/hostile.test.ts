import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('../../../../../scripts/src/runtime/validators/formats/', import.meta.url)
const LENGTH = 100_000
const MILLISECONDS = 100

/** What can stand before a long run, so that grammars get as far as it. */
const starts = ['', 'a', '1', '/', '"', 'P', 'a://', 'a@', 'a/b;c="', 'x-']

/** What a run is made of. */
const runs = [
  ...'a10-.:/@=; "\\%~{[(\u00E9\u0300\u{1F600}\uD800',
  ...'%20 ~0 {a} a, a. a- 1: (?: a| ;a=b \\" 1Y -ab -u-ab'.split(' '),
]

/** Texts that end as they should, and that do not. */
const ends = ['', '!']

const texts = starts.flatMap((start) =>
  runs.flatMap((run) => ends.map((end) => start + run.repeat(LENGTH / run.length) + end)),
)

/** Functions that take something else, or more, than a text. */
const others = new Set(['isReference', 'isMailbox', 'isInternationalizedName', 'isSfInteger', 'isSfDecimal'])

const files = readdirSync(folder).filter((file) => file !== 'integers.ts')
const modules = await Promise.all(
  files.map(async (file): Promise<Record<string, unknown>> => import(new URL(file, folder).href)),
)
const checks = modules
  .flatMap((module) => Object.entries(module))
  .filter((entry): entry is [string, (text: string) => boolean] => /^is[A-Z]/.test(entry[0]))
  .filter(([name]) => !others.has(name))

it('finds the checks', () => {
  expect(checks.map(([name]) => name)).toContain('isUri')
})

it.each(checks)(
  `%s takes less than ${MILLISECONDS} ms for any of ${texts.length} hostile texts`,
  (_, check) => {
    const isSlow = (text: string) => milliseconds(check, text) >= MILLISECONDS
    // A machine that does something else for a while makes one run slow, but seldom three.
    const slow = texts.filter((text) => isSlow(text) && isSlow(text) && isSlow(text))
    expect(slow.map((text) => text.slice(0, 40))).toEqual([])
  },
)

function milliseconds(check: (text: string) => boolean, text: string): number {
  const start = performance.now()
  check(text)
  return performance.now() - start
}
