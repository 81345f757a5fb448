/** Generates from real documents and says what came of it; see README.md. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CorpusDocument, findDocuments } from './documents.js'
import { examine } from './examine.js'
import { type Flags, readFlags } from './flags.js'
import { pictureOf } from './picture.js'
import { pooled } from './pool.js'
import { reportOf } from './report.js'
import type { DocumentResult } from './result.js'
import { addResult, readResults, startResults } from './results-file.js'
import { sample } from './sample.js'

const root = fileURLToPath(new URL('../', import.meta.url))

/** A folder for all output, from which the packages that it imports are found. */
function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-corpus-')))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

/** What earlier runs found and this one need not find again. */
function keptOf(known: Map<string, DocumentResult>, chosen: readonly CorpusDocument[], flags: Flags) {
  const kept = new Map(known)
  for (const { name } of chosen) {
    const outcomes = kept.get(name)?.outcomes ?? []
    if (flags.fresh || outcomes.some((it) => flags.again.includes(it))) kept.delete(name)
  }
  return kept
}

async function runAll(
  chosen: readonly CorpusDocument[],
  flags: Flags,
  file: string,
): Promise<DocumentResult[]> {
  const results = keptOf(readResults(file), chosen, flags)
  startResults(file, results.values())
  const waiting = chosen.filter(({ name }) => !results.has(name))
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const folder = temporaryFolder()
  await pooled(waiting.entries(), flags.jobs, async ([index, document]) => {
    const signal = AbortSignal.any([interrupt.signal, AbortSignal.timeout(flags.time * 1000)])
    const result = await examine(document, { ...flags, signal, folder: join(folder, `${index}`) })
    results.set(document.name, result)
    addResult(file, result)
    console.error(`${index + 1}/${waiting.length} ${document.name}: ${result.outcomes.join(', ')}`)
  })
  return chosen.flatMap(({ name }) => results.get(name) ?? [])
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), fileURLToPath(new URL('results', import.meta.url)))
  const found = findDocuments(flags.paths, process.cwd())
  const chosen = flags.sample === undefined ? found : sample(found, flags.sample, flags.seed)
  const out = resolve(flags.out)
  const results = await runAll(chosen, flags, join(out, 'results.jsonl'))
  const report = reportOf(results)
  writeFileSync(join(out, 'report.md'), report)
  writeFileSync(join(out, 'growth.svg'), pictureOf(results))
  console.log(`${report}\nThis report, its picture and all results are in ${relative(process.cwd(), out)}.`)
}

try {
  await main()
} catch (error) {
  console.error(
    error instanceof Error && error.name !== 'AbortError'
      ? error.message
      : 'Interrupted; run again to go on.',
  )
  process.exitCode = 2
}
