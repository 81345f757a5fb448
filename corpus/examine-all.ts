import { statSync } from 'node:fs'
import type { CorpusDocument } from './documents.js'
import { phasesOf } from './phases.js'
import { pooled } from './pool.js'
import type { DocumentResult } from './result.js'
import { Worker, type WorkerSettings } from './worker.js'

/** Examines documents, `jobs` of them at a time, and tells of each what came of it. */
export async function examineAll(
  documents: readonly CorpusDocument[],
  settings: WorkerSettings,
  jobs: number,
  tell: (result: DocumentResult) => void,
): Promise<void> {
  const sized = documents.map((document) => ({ ...document, size: statSync(document.path).size }))
  for (const phase of phasesOf(sized, jobs)) {
    const workers = Array.from({ length: phase.jobs }, (_, index) => new Worker(settings, `${index}`))
    const work = workers.map((worker) => async (document: CorpusDocument): Promise<void> => {
      tell(await worker.examine(document))
    })
    try {
      // oxlint-disable-next-line no-await-in-loop -- a phase has the machine to itself
      await pooled(phase.items, work)
    } finally {
      workers.forEach((worker) => worker.stop())
    }
  }
}
