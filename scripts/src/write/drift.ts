import type { Plan } from './plan.js'
import type { BlockedFile, PlannedFile } from './planned-file.js'
import { unifiedDiff } from './unified-diff.js'

/**
 * `stale`: its content differs. `missing`: it should be there. `obsolete`: the toolkit made it before and no longer does.
 * `foreign`: the toolkit did not make it.
 */
export type DriftKind = 'stale' | 'missing' | 'obsolete' | 'foreign'

/** A file by which the output folder differs from what would be generated. */
export interface Drift {
  /** From the output folder, with `/`. */
  readonly path: string
  readonly kind: DriftKind
  /** Unified diff from what the file holds to what it should hold, shortened if it is long; where both are known. */
  readonly diff?: string
}

/** Every file by which the output folder differs from the plan, in the order of their paths. */
export function drift({ files, blocked, foreign }: Plan): readonly Drift[] {
  const missing = blocked.filter(({ path, by }) => path !== by)
  const strange = new Set([...foreign, ...blocked.map(({ by }) => by)])
  return [
    ...files.flatMap(driftOf),
    ...missing.map(({ path }): Drift => ({ path, kind: 'missing' })),
    ...[...strange].map((path) => foreignDrift(path, blocked)),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

function driftOf(file: PlannedFile): Drift[] {
  const kinds = { created: 'missing', changed: 'stale', removed: 'obsolete' } as const
  if (file.status === 'unchanged') return []
  return [{ path: file.path, kind: kinds[file.status], ...diffOf(file) }]
}

function foreignDrift(path: string, blocked: readonly BlockedFile[]): Drift {
  return { path, kind: 'foreign', ...diffOf(blocked.find((file) => file.path === path)) }
}

function diffOf(file: PlannedFile | BlockedFile | undefined): { diff?: string } {
  return file?.previous === undefined ? {} : { diff: unifiedDiff(file.previous, file.content) }
}
