/** How it went with a document: all well, or what was wrong. */
export const outcomes = [
  'generated',
  'refused',
  'crashed',
  'timeout',
  'nondeterministic',
  'type errors',
  'import failures',
] as const

/** One of {@link outcomes}. */
export type Outcome = (typeof outcomes)[number]

/** Findings that say the same, but for names, numbers and places. */
export interface FindingGroup {
  /** What they say, with `…` for what differs. */
  readonly text: string
  readonly count: number
  /** The first of them, cut off where it is long. */
  readonly message: string
  /** Where that one is. */
  readonly place: string
}

/** What the generator made of a document, and at what cost. */
export interface Cost {
  readonly files: number
  /** Bytes of all files. */
  readonly size: number
  /** Processor time of the first run, user and system, without the start of the process, in seconds. */
  readonly cpu: number
  /** Time of one run on the clock, in seconds. */
  readonly wall: number
  /** Largest resident memory of the process until the end of that run, in MiB. */
  readonly memory: number
}

/** What the runner found out about one document: a line of the file of results. */
export interface DocumentResult {
  readonly document: string
  /** What it calls its version of OpenAPI. */
  readonly openapi: string
  /** Bytes of the document. */
  readonly size: number
  /** Digest of the generator; absent in results of a runner that did not tell. */
  readonly generator?: string
  /** `generated` alone, or all that was wrong. */
  readonly outcomes: readonly Outcome[]
  /** Why it was refused, or what else was wrong. */
  readonly errors: readonly FindingGroup[]
  readonly warnings: readonly FindingGroup[]
  /** Absent where there is no output. */
  readonly cost?: Cost
  /** Examples of bodies and components, judged by the generated validators and by ajv; absent where they were not judged. */
  readonly examples?: {
    /** Valid, and invalid, to both. */
    readonly valid: number
    readonly invalid: number
    readonly disagreements: readonly FindingGroup[]
  }
  /** Time of the compiler on the clock, in seconds. */
  readonly compile?: number
}
