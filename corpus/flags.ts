import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { type Compiler, versions } from './compilers.js'
import { type Outcome, outcomes } from './result.js'

/** What the command line asks for. */
export interface Flags {
  /** Files, folders, or names of the corpus; the whole corpus where there are none. */
  readonly paths: readonly string[]
  /** How many of the documents to draw; all where it is absent. */
  readonly sample?: number
  /** What the draw depends on. Default: 1. */
  readonly seed: number
  /** How many documents at a time. Default: one for each core. */
  readonly jobs: number
  /** Seconds for each document, all steps together. Default: 1800. */
  readonly time: number
  /** Heap of each process, in MiB. Default: 8192. */
  readonly memory: number
  readonly compiler: Compiler
  /** Whether to generate each document once alone, and so not to compare two runs. */
  readonly once: boolean
  /** Whether to judge the examples of each document. */
  readonly examples: boolean
  /** Whether to begin anew, and not to keep what earlier runs found. */
  readonly fresh: boolean
  /** Whether not to keep what earlier runs found of another state of the generator. */
  readonly stale: boolean
  /** Outcomes of earlier runs that are not kept. */
  readonly again: readonly Outcome[]
  /** Folder of the results. */
  readonly out: string
}

const USAGE = `npm run corpus -- [--sample N] [--seed S] [--jobs N] [--time SECONDS] [--memory MIB]
  [--typescript ${versions.join('|')}] [--once] [--examples] [--fresh] [--stale] [--again OUTCOME]… [--out FOLDER] [PATH…]`

/**
 * Reads the command line.
 * @throws Error that says what is wrong with it and what it may be.
 */
export function readFlags(argv: readonly string[], defaultOut: string): Flags {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    return {
      paths: positionals,
      ...(values.sample !== undefined && { sample: count('sample', values.sample) }),
      seed: count('seed', values.seed),
      jobs: values.jobs === undefined ? availableParallelism() : count('jobs', values.jobs),
      time: seconds('time', values.time),
      memory: count('memory', values.memory),
      compiler: compilerOf(values.typescript),
      once: values.once,
      examples: values.examples,
      fresh: values.fresh,
      stale: values.stale,
      again: values.again.map(outcomeOf),
      out: values.out ?? defaultOut,
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`, { cause: error }) // all that parseArgs and we throw
  }
}

const options = {
  sample: { type: 'string' },
  seed: { type: 'string', default: '1' },
  jobs: { type: 'string' },
  time: { type: 'string', default: '1800' },
  memory: { type: 'string', default: '8192' },
  typescript: { type: 'string', default: '7' },
  once: { type: 'boolean', default: false },
  examples: { type: 'boolean', default: false },
  fresh: { type: 'boolean', default: false },
  stale: { type: 'boolean', default: false },
  again: { type: 'string', multiple: true, default: [] as string[] },
  out: { type: 'string' },
} as const

function count(name: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Error(`--${name} must be a whole number from 1, but is ${JSON.stringify(text)}.`)
}

function seconds(name: string, text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text) && Number(text) > 0) return Number(text)
  throw new Error(`--${name} must be a number above 0, but is ${JSON.stringify(text)}.`)
}

function compilerOf(text: string): Compiler {
  return oneOf('typescript', versions, text)
}

function outcomeOf(text: string): Outcome {
  return oneOf('again', outcomes, text)
}

function oneOf<T extends string>(name: string, values: readonly T[], text: string): T {
  const value = values.find((it) => it === text)
  if (value !== undefined) return value
  throw new Error(`--${name} must be one of ${values.join(', ')}, but is ${JSON.stringify(text)}.`)
}
