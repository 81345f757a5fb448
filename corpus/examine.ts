import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Compiler, compilers, projectOf, settingsOf } from './compilers.js'
import type { CorpusDocument } from './documents.js'
import type { GenerateAnswer, GenerateQuestion } from './generate-process.js'
import { type Finding, grouped } from './grouping.js'
import type { ImportAnswer } from './import-modules.js'
import type { DocumentResult, Outcome } from './result.js'
import { type Ended, runProcess } from './run-process.js'
import type { StayingProcess } from './staying-process.js'
import type { UseQuestion } from './use-process.js'

/** How documents are examined. */
export interface Examination {
  readonly compiler: Compiler
  readonly once: boolean
  readonly examples: boolean
  /** Heap of each process, in MiB. */
  readonly memory: number
  /** Runs `generate-process.ts`. */
  readonly generating: StayingProcess
  /** Runs `use-process.ts`. */
  readonly using: StayingProcess
  /** Digest of the generator. */
  readonly generator: string
  /** Aborts the examination of a document. */
  readonly signal: AbortSignal
  /** A folder for its output that nobody else uses, from which the packages that the output imports are found. */
  readonly folder: string
}

type Report = Omit<DocumentResult, 'document' | 'openapi' | 'size' | 'generator'>

/** Generates a document, compiles the output, imports every module of it, and judges the examples where that is asked for. */
export async function examine(document: CorpusDocument, examination: Examination): Promise<DocumentResult> {
  const { folder, signal, generator, using } = examination
  mkdirSync(folder, { recursive: true })
  const size = statSync(document.path).size
  const about = { document: document.name, openapi: versionOf(document.path), size, generator }
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
    using.rest()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function generateTwice({ path }: CorpusDocument, examination: Examination): Promise<Report> {
  const { folder, once, generating, signal } = examination
  const question: GenerateQuestion = { spec: path, out: join(folder, 'out'), once }
  const outcome = await generating.ask(question, signal)
  generating.rest() // before the compiler needs the memory
  if ('ended' in outcome) return failed('crashed', [deathOf(outcome.ended)])
  return outcome.answer as GenerateAnswer // as that process answers
}

/** The compiler checks the types, and writes what is imported then. */
async function compile(examination: Examination): Promise<Report> {
  const { folder, compiler, memory, signal } = examination
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(projectOf(compiler)))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  const manifest = createRequire(import.meta.url).resolve(`${compilers[compiler]}/package.json`)
  const start = performance.now()
  const { args, env } = settingsOf(compiler, memory)
  const ended = await runProcess(join(dirname(manifest), 'bin/tsc'), ['-p', folder, ...args], {
    cwd: folder,
    nodeFlags: [`--max-old-space-size=${memory}`],
    env,
    signal,
  })
  const report = { outcomes: [], errors: [], warnings: [], compile: (performance.now() - start) / 1e3 }
  if (ended.code === 0) return report
  const errors = [...ended.stdout.matchAll(/^(\S+?)\(\d+,\d+\): (error TS.*)$/gm)]
  const findings = errors.map(([, place = '', message = '']) => ({ place, message }))
  return { ...report, ...failed('type errors', findings.length > 0 ? findings : [deathOf(ended)]) }
}

async function importAll({ folder, using, signal }: Examination): Promise<Report> {
  const question: UseQuestion = { step: 'import', folder: join(folder, 'js') }
  const outcome = await using.ask(question, signal)
  if ('ended' in outcome) return failed('import failures', [deathOf(outcome.ended)])
  const { count, failures } = outcome.answer as ImportAnswer // as that process answers
  if (count === 0) return failed('import failures', [{ message: 'there is no module to import', place: '' }])
  return failures.length === 0 ? failed() : failed('import failures', failures)
}

async function judgeAll({ path }: CorpusDocument, { folder, using, signal }: Examination): Promise<Report> {
  const question: UseQuestion = { step: 'judge', folder: join(folder, 'js'), spec: path }
  const outcome = await using.ask(question, signal)
  if ('ended' in outcome) return failed('crashed', [deathOf(outcome.ended)])
  return { ...failed(), examples: outcome.answer as NonNullable<Report['examples']> } // as that process answers
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
function deathOf({ code, signal, stdout, stderr }: Ended): Finding {
  const said = `${stderr}\n${stdout}`
  if (/heap out of memory|cannot allocate memory/i.test(said)) return { message: 'out of memory', place: '' }
  // The compiler of version 7 is started by a script, which tells of its end so.
  const killer = signal ?? /\bsignal: '(SIG[A-Z]+)'/.exec(stderr)?.[1]
  if (killer !== undefined) return { message: `ended by ${killer}`, place: '' }
  const lines = said.split('\n').filter((it) => /\S/.test(it))
  // Where an error is not caught, Node says which one, then where, and last its own version.
  const line = lines.find((it) => /^\w*Error\b/.test(it)) ?? lines.at(-1) ?? 'nothing'
  return { message: `ended with ${code}, saying: ${line.trim()}`, place: '' }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

function versionOf(path: string): string {
  const [, version] =
    /["']?(?:openapi|swagger)["']?\s*:\s*["']?([\w.-]+)/.exec(readFileSync(path, 'utf8')) ?? []
  return version ?? 'none'
}
