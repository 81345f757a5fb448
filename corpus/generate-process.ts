/** Generates documents to folders, in a process of its own, and tells what came of each. */
import { dirname } from 'node:path'
import { type Diagnostic, generate, type GenerateResult, GeneratorError } from '../scripts/src/index.js'
import { answerQuestions, peakMemory } from './answer-questions.js'
import { grouped, type Finding } from './grouping.js'
import type { Cost, DocumentResult } from './result.js'
import { vocabulary } from './vocabulary.js'

/** What the process is asked: to generate `spec` to the folder `out`. */
export interface GenerateQuestion {
  readonly spec: string
  readonly out: string
  /** Whether not to compare with a second run. */
  readonly once: boolean
}

/** What it answers. */
export type GenerateAnswer = Pick<DocumentResult, 'outcomes' | 'errors' | 'warnings' | 'cost'>

answerQuestions(answer)

async function answer(question: GenerateQuestion): Promise<GenerateAnswer> {
  try {
    const { result, cost } = await measured(question)
    const different = question.once ? [] : differences(result, await run(question, false))
    return {
      outcomes: different.length > 0 ? ['nondeterministic'] : ['generated'],
      errors: groups(different),
      warnings: groups(findings(result.diagnostics, 'warning')),
      cost,
    }
  } catch (error) {
    if (!(error instanceof GeneratorError))
      return { outcomes: ['crashed'], errors: groups([crash(error)]), warnings: [] }
    const { diagnostics } = error
    return {
      outcomes: ['refused'],
      errors: groups(findings(diagnostics, 'error')),
      warnings: groups(findings(diagnostics, 'warning')),
    }
  }
}

function run({ spec, out }: GenerateQuestion, write: boolean): Promise<GenerateResult> {
  return generate({ spec, out, cwd: dirname(spec), formatter: 'none', write })
}

async function measured(question: GenerateQuestion): Promise<{ result: GenerateResult; cost: Cost }> {
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  const result = await run(question, true)
  const { user, system } = process.cpuUsage(cpuBefore)
  const size = result.files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0)
  const cost = {
    files: result.files.length,
    size,
    cpu: (user + system) / 1e6,
    wall: (performance.now() - start) / 1e3,
    memory: peakMemory(),
  }
  return { result, cost }
}

/** The second run finds the files of the first, so that whatever is not as it was is different. */
function differences(first: GenerateResult, second: GenerateResult): Finding[] {
  const contents = new Map(first.files.map(({ path, content }) => [path, content]))
  const changed = second.files.filter(({ path, content }) => contents.get(path) !== content)
  const list = changed.map(({ path, status }) => ({
    place: path,
    message: `the second run finds it ${status}`,
  }))
  if (JSON.stringify(first.diagnostics) !== JSON.stringify(second.diagnostics)) {
    list.push({ place: '', message: 'the second run has other diagnostics' })
  }
  return list
}

function groups(list: readonly Finding[]) {
  return grouped(list, vocabulary())
}

function findings(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): Finding[] {
  const those = diagnostics.filter((it) => it.severity === severity)
  return those.map(({ message, pointer }) => ({ message, place: `#${pointer}` }))
}

/** An error that is no refusal, with the place in the generator that threw it. */
function crash(error: unknown): Finding {
  if (!(error instanceof Error)) return { message: String(error), place: '' }
  const [, place = ''] = /\((?:file:\/\/)?.*?(scripts\/src\/[^):]+:\d+)/.exec(error.stack ?? '') ?? []
  return { message: `${error.name}: ${error.message}`, place }
}
