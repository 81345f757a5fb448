import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CorpusDocument } from './documents.js'
import { type Examination, examine } from './examine.js'
import type { DocumentResult } from './result.js'
import { StayingProcess } from './staying-process.js'

/** MiB that a process may have held and still take the next document. */
const LARGEST = { generating: 512, using: 1024 }

/** What documents are examined with. */
export interface WorkerSettings extends Omit<Examination, 'generating' | 'using' | 'signal'> {
  /** Seconds for each document. */
  readonly time: number
  /** Ends all work. */
  readonly interrupt: AbortSignal
  /** The snapshot of the generator and the corpus. */
  readonly snapshot: string
}

/** Examines documents one after the other, by processes of its own, which stay for many of them. */
export class Worker {
  readonly #settings: WorkerSettings
  readonly #generating: StayingProcess
  readonly #using: StayingProcess
  #count = 0

  /** @param name that no other worker has. */
  constructor(settings: WorkerSettings, name: string) {
    const { snapshot, folder, memory } = settings
    this.#settings = { ...settings, folder: join(folder, name) }
    const processOf = (script: string, flags: readonly string[], largest: number): StayingProcess => {
      const nodeFlags = [`--max-old-space-size=${memory}`, ...flags]
      return new StayingProcess(join(snapshot, 'corpus', script), { cwd: folder, nodeFlags }, largest)
    }
    mkdirSync(folder, { recursive: true })
    this.#generating = processOf('generate-process.js', ['--enable-source-maps'], LARGEST.generating)
    this.#using = processOf('use-process.js', [], LARGEST.using)
  }

  /** Examines a document. */
  examine(document: CorpusDocument): Promise<DocumentResult> {
    const { time, interrupt, folder } = this.#settings
    this.#count += 1
    return examine(document, {
      ...this.#settings,
      generating: this.#generating,
      using: this.#using,
      signal: AbortSignal.any([interrupt, AbortSignal.timeout(time * 1000)]),
      // Of its own, as a process knows modules by their paths.
      folder: join(folder, `${this.#count}`),
    })
  }

  /** Ends its processes. */
  stop(): void {
    this.#generating.stop()
    this.#using.stop()
  }
}
