import { beforeAll, describe, expect, it } from 'vitest'
import { generate, type GeneratedFile, GeneratorError } from '../../../scripts/src/index.js'
import type { JsonObject } from '../../../scripts/src/json.js'
import { declarations, inspect } from './inspect.js'
import { payloads } from './payloads.js'
import { dataPlaces, otherPlaces, type Place } from './positions.js'
import { importAll, isShipped } from './run.js'

/** The files that are made for a document, or why it is refused. */
async function outcome(spec: JsonObject): Promise<readonly GeneratedFile[] | GeneratorError> {
  try {
    const { files } = await generate({
      spec,
      out: 'hostile-output',
      // The options with which most of the document is in the output.
      enums: 'const',
      unknownEnumValues: 'tolerate',
      dateTime: 'Date',
      int64: 'bigint',
      write: false,
      formatter: 'none',
    })
    return files
  } catch (error) {
    if (error instanceof GeneratorError) return error
    throw error
  }
}

function expectClear({ diagnostics }: GeneratorError): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  expect(errors.length).toBeGreaterThan(0)
  for (const { pointer, message } of errors) {
    expect(pointer).toMatch(/^(?:\/|$)/)
    expect(message.length).toBeGreaterThan(10)
    expect(message).not.toMatch(/ at .*:\d+:\d+|is not a function|Cannot read/)
  }
}

/** The data of files that are harmless: most of what is made for one document is made for the next one too. */
const harmless = new Map<string, ReadonlySet<string>>()

/** The output parses, declares things and does nothing else, imports only what it may, and never names the trap. */
function expectHarmless(files: readonly GeneratedFile[]): Set<string> {
  const data = new Set<string>()
  for (const file of files) {
    if (isShipped(file)) continue
    const key = JSON.stringify([file.path, file.content])
    const found = harmless.get(key) ?? harmlessData(file)
    harmless.set(key, found)
    for (const text of found) data.add(text)
  }
  return data
}

function harmlessData({ path, content }: GeneratedFile): ReadonlySet<string> {
  const { errors, identifiers, statements, specifiers, data } = inspect(content)
  expect(errors, path).toEqual([])
  expect([...identifiers], path).not.toContain('pwned')
  expect(
    [...statements].filter((kind) => !declarations.has(kind)),
    path,
  ).toEqual([])
  for (const specifier of specifiers)
    expect(specifier, path).toMatch(/^(?:\.{1,2}\/[\w./-]+\.js|openapi-fetch)$/)
  expect(path).toMatch(/^[\w./-]+\.ts$/)
  expect(content).not.toMatch(
    /[^\n\P{Cc}]|[\p{Zl}\p{Zp}\p{Co}\p{Cs}\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u,
  )
  return data
}

const everywhere: readonly (readonly [string, Place])[] = [
  ...Object.entries(dataPlaces),
  ...Object.entries(otherPlaces),
]

describe.each(Object.entries(payloads))('%s', (_, text) => {
  const outcomes = new Map<string, readonly GeneratedFile[] | GeneratorError>()
  beforeAll(async () => {
    const results = await Promise.all(
      everywhere.map(async ([name, place]) => [name, await outcome(place(text))] as const),
    )
    for (const [name, result] of results) outcomes.set(name, result)
  })

  it.each(everywhere)('as %s is refused with a reason, or harmless', (name) => {
    const files = outcomes.get(name)!
    if (files instanceof GeneratorError) return expectClear(files)
    const data = expectHarmless(files)
    if (Object.hasOwn(dataPlaces, name)) expect([...data].join('\n').includes(text)).toBe(true)
  })

  it('runs nothing when every module is imported and every export called', async () => {
    const outputs = [...outcomes.values()].filter(
      (result): result is readonly GeneratedFile[] => !(result instanceof GeneratorError),
    )
    expect(outputs.length).toBeGreaterThan(10)
    expect(await importAll(outputs)).toEqual({ sprung: 0, failed: [] })
  })
})
