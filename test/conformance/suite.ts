import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { JsonObject, JsonValue } from '../../scripts/src/index.js'

/** The parts of the suite that are counted by themselves. */
export const parts = ['required', 'optional', 'format'] as const

/** A part of the suite that is counted by itself. */
export type Part = (typeof parts)[number]

/** A schema of the suite with the values that it accepts or not. */
export interface Group {
  readonly part: Part
  /** From the folder of the draft, with `/`: `optional/bignum.json`. */
  readonly file: string
  readonly description: string
  readonly schema: JsonObject | boolean
  readonly tests: readonly {
    readonly description: string
    readonly data: JsonValue
    readonly valid: boolean
  }[]
}

/** What a checkout of the JSON Schema Test Suite has for draft 2020-12. */
export interface Suite {
  readonly groups: readonly Group[]
  /** Schemas by the URI under which the suite refers to them. */
  readonly remotes: Readonly<Record<string, JsonObject | boolean>>
}

/** Reads a checkout of the suite, or says why the folder is none. */
export function readSuite(folder: string): Suite | string {
  const tests = join(folder, 'tests/draft2020-12')
  const remotes = join(folder, 'remotes')
  for (const needed of [tests, remotes]) if (!existsSync(needed)) return `there is no folder ${needed}`
  return {
    groups: jsonFiles(tests).flatMap((file) =>
      (read(join(tests, file)) as Omit<Group, 'part' | 'file'>[]) // the form of the suite's files
        .map((group) => ({ ...group, part: partOf(file), file })),
    ),
    remotes: Object.fromEntries(
      jsonFiles(remotes).map((file) => [
        `http://localhost:1234/${file}`,
        read(join(remotes, file)) as JsonObject, // a schema
      ]),
    ),
  }
}

function partOf(file: string): Part {
  if (file.startsWith('optional/format/')) return 'format'
  return file.startsWith('optional/') ? 'optional' : 'required'
}

function jsonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
