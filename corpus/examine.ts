import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Compiler, compilers, projectOf } from './compilers.js'
import type { CorpusDocument } from './documents.js'
import type { GenerateAnswer } from './generate-process.js'
import { type Finding, grouped } from './grouping.js'
import type { DocumentResult, Outcome } from './result.js'
import { type Ended, runProcess } from './run-process.js'

/** How documents are examined. */
export interface Examination {
  readonly compiler: Compiler
  readonly once: boolean
  readonly examples: boolean
  /** Heap of each process, in MiB. */
  readonly memory: number
  /** Aborts the examination of a document. */
  readonly signal: AbortSignal
  /** A folder for its output that nobody else uses, from which the packages that the output imports are found. */
  readonly folder: string
}

type Report = Omit<DocumentResult, 'document' | 'openapi' | 'size'>

/** Generates a document, compiles the output and imports every module of it, each in a process of its own. */
export async function examine(document: CorpusDocument, examination: Examination): Promise<DocumentResult> {
  const { folder, signal } = examination
  mkdirSync(folder, { recursive: true })
  const size = statSync(document.path).size
  const about = { document: document.name, openapi: versionOf(document.path), size }
  let report: Report = { outcomes: [], errors: [], warnings: [] }
  let step = 'generating'
  try {
    report = await generateTwice(document, examination)
    if (report.cost === undefined) return { ...about, ...report }
    step = 'compiling'
    report = joined(report, await compile(examination))
    step = 'importing'
    report = joined(report, await importAll(examination))
    step = 'judging examples'
    return {
      ...about,
      ...(examination.examples ? joined(report, await judgeAll(document, examination)) : report),
    }
  } catch (error) {
    if (!(signal.aborted && error === signal.reason) || !isTimeout(error)) throw error
    return { ...about, ...joined(report, failed('timeout', [{ message: `no end of ${step}`, place: '' }])) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function generateTwice({ path }: CorpusDocument, examination: Examination): Promise<Report> {
  const script = fileURLToPath(new URL('generate-process.ts', import.meta.url))
  const args = [path, join(examination.folder, 'out'), examination.once ? 'once' : 'twice']
  const ended = await runNode(script, args, examination, process.execArgv)
  // What it prints is an answer unless it came to no end of its own.
  return ended.code === 0 ? (JSON.parse(ended.stdout) as GenerateAnswer) : failed('crashed', [deathOf(ended)])
}

/** The compiler checks the types, and writes what is imported then. */
async function compile(examination: Examination): Promise<Report> {
  const { folder, compiler } = examination
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(projectOf(compiler)))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const manifest = createRequire(import.meta.url).resolve(`${compilers[compiler]}/package.json`)
  const start = performance.now()
  const ended = await runNode(join(dirname(manifest), 'bin/tsc'), ['-p', folder], examination, [])
  const report = { outcomes: [], errors: [], warnings: [], compile: (performance.now() - start) / 1e3 }
  if (ended.code === 0) return report
  const errors = [...ended.stdout.matchAll(/^(\S+?)\(\d+,\d+\): (error TS.*)$/gm)]
  const findings = errors.map(([, place = '', message = '']) => ({ place, message }))
  return { ...report, ...failed('type errors', findings.length > 0 ? findings : [deathOf(ended)]) }
}

async function importAll(examination: Examination): Promise<Report> {
  const script = fileURLToPath(new URL('import-modules.js', import.meta.url))
  const ended = await runNode(script, [join(examination.folder, 'js')], examination, [])
  if (ended.code !== 0) return failed('import failures', [deathOf(ended)])
  const { count, failures } = JSON.parse(ended.stdout) as { count: number; failures: Finding[] } // as that script prints it
  if (count === 0) return failed('import failures', [{ message: 'there is no module to import', place: '' }])
  return failures.length === 0 ? failed() : failed('import failures', failures)
}

async function judgeAll({ path }: CorpusDocument, examination: Examination): Promise<Report> {
  const script = fileURLToPath(new URL('examples-process.ts', import.meta.url))
  const ended = await runNode(script, [path, join(examination.folder, 'js')], examination, process.execArgv)
  if (ended.code !== 0) return failed('crashed', [deathOf(ended)])
  return { ...failed(), examples: JSON.parse(ended.stdout) as NonNullable<Report['examples']> } // as that script prints it
}

function runNode(
  script: string,
  args: readonly string[],
  { folder, memory, signal }: Examination,
  nodeFlags: readonly string[],
): Promise<Ended> {
  return runProcess(script, args, {
    cwd: folder,
    signal,
    nodeFlags: [...nodeFlags, `--max-old-space-size=${memory}`],
  })
}

function failed(outcome?: Outcome, findings: readonly Finding[] = []): Report {
  return {
    outcomes: outcome === undefined ? [] : [outcome],
    errors: grouped(findings, () => false),
    warnings: [],
  }
}

/** What is known after a further step. */
function joined(report: Report, further: Report): Report {
  const bad = [...report.outcomes, ...further.outcomes].filter((outcome) => outcome !== 'generated')
  return {
    ...report,
    ...further,
    outcomes: bad.length === 0 ? ['generated'] : bad,
    errors: [...report.errors, ...further.errors],
    warnings: [...report.warnings, ...further.warnings],
  }
}

/** Why a process that should have ended well did not: the last thing it said. */
function deathOf({ code, stdout, stderr }: Ended): Finding {
  const said = `${stderr}\n${stdout}`
  if (/heap out of memory|Cannot allocate memory/.test(said)) return { message: 'out of memory', place: '' }
  const line = said.split('\n').findLast((it) => /\S/.test(it)) ?? 'nothing'
  return { message: `ended with ${code ?? 'a signal'}, saying: ${line.trim()}`, place: '' }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

function versionOf(path: string): string {
  const [, version] =
    /["']?(?:openapi|swagger)["']?\s*:\s*["']?([\w.-]+)/.exec(readFileSync(path, 'utf8')) ?? []
  return version ?? 'none'
}
