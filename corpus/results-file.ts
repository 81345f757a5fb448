import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DocumentResult } from './result.js'

/** Reads the results of earlier runs, by document; a line that a killed run left unfinished is none. */
export function readResults(path: string): Map<string, DocumentResult> {
  if (!existsSync(path)) return new Map()
  const lines = readFileSync(path, 'utf8').split('\n')
  // Lines are written whole with their end, so that only what follows the last end can be incomplete.
  const results = lines.slice(0, -1).map((line) => JSON.parse(line) as DocumentResult) // we wrote them
  return new Map(results.map((result) => [result.document, result]))
}

/** Begins the file with the results that are kept. */
export function startResults(path: string, kept: Iterable<DocumentResult>): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, [...kept].map(lineOf).join(''))
}

/** Adds a result to the file. */
export function addResult(path: string, result: DocumentResult): void {
  appendFileSync(path, lineOf(result))
}

function lineOf(result: DocumentResult): string {
  return `${JSON.stringify(result)}\n`
}
