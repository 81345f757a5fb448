/** Generates from real documents and says what came of it; see README.md. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CorpusDocument, findDocuments } from './documents.js'
import { examineAll } from './examine-all.js'
import { type Flags, readFlags } from './flags.js'
import { generatorDigest } from './generator-digest.js'
import { pictureOf } from './picture.js'
import { reportOf } from './report.js'
import type { DocumentResult } from './result.js'
import { addResult, readResults, startResults } from './results-file.js'
import { sample } from './sample.js'
import { takeSnapshot } from './snapshot.js'

const root = fileURLToPath(new URL('../', import.meta.url))

/** A folder for all output, from which the packages that it imports are found. */
function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-corpus-')))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return folder
}

/** What earlier runs found and this one need not find again. */
function keptOf(
  known: Map<string, DocumentResult>,
  chosen: readonly CorpusDocument[],
  { fresh, stale, again }: Flags,
  generator: string,
) {
  const kept = new Map(known)
  for (const { name } of chosen) {
    const result = kept.get(name)
    const isUnwanted =
      result?.outcomes.some((it) => again.includes(it)) || (stale && result?.generator !== generator)
    if (fresh || isUnwanted) kept.delete(name)
  }
  return kept
}

async function runAll(
  chosen: readonly CorpusDocument[],
  flags: Flags,
  file: string,
): Promise<DocumentResult[]> {
  const folder = temporaryFolder()
  const snapshot = join(folder, 'snapshot')
  await takeSnapshot(root, snapshot)
  const generator = generatorDigest(snapshot)
  const results = keptOf(readResults(file), chosen, flags, generator)
  startResults(file, results.values())
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  const waiting = chosen.filter(({ name }) => !results.has(name))
  const settings = { ...flags, generator, snapshot, folder: join(folder, 'out'), interrupt: interrupt.signal }
  let done = 0
  await examineAll(waiting, settings, flags.jobs, (result) => {
    done += 1
    results.set(result.document, result)
    addResult(file, result)
    console.error(`${done}/${waiting.length} ${result.document}: ${result.outcomes.join(', ')}`)
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
