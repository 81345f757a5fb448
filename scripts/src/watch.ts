import { setTimeout } from 'node:timers/promises'
import { FileChanges } from './file-changes.js'

/** Takes the files (absolute) that a run is about to read, or has read. */
export type Reads = (files: readonly string[]) => void

/** Editors write a file in several steps, and some write several files. */
const SETTLE_MILLISECONDS = 80

/**
 * Runs `run` now, and again each time one of the files changes that it has named, until `signal` aborts. Changes while it
 * runs count too. After a run that gives `false`, any change beside those files counts: a file that it lacked may be new.
 */
export async function watch(run: (reads: Reads) => Promise<boolean>, signal: AbortSignal): Promise<void> {
  await watchFrom([], run, signal)
}

/** As {@link watch}, with files that are known from the run before. */
async function watchFrom(
  known: readonly string[],
  run: (reads: Reads) => Promise<boolean>,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return
  const changes = new FileChanges(known, signal)
  const isComplete = await run((files) => changes.watch(files))
  await changes.next({ ofAnyFile: !isComplete })
  changes.close()
  await setTimeout(SETTLE_MILLISECONDS)
  await watchFrom(changes.files, run, signal)
}
