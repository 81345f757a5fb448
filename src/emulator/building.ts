import type { BuildStatus } from '../../generated/types/index.js'
import type { Build } from './state.js'

/** The moments of a build, as far as they have come. */
export interface BuildProgress {
  readonly status: BuildStatus
  readonly createdAt: Date
  readonly startedAt?: Date
  readonly completedAt?: Date
}

/** A part of the time that a build takes, for which it waits. */
const WAITING = 0.25

/** How far a build has come. */
export function buildProgress(
  { status = 'success', createdAt, buildAfter }: Build,
  now: Date,
): BuildProgress {
  const created = createdAt ?? new Date(0)
  const takes = buildAfter ?? 0
  const startedAt = new Date(created.getTime() + takes * WAITING)
  const completedAt = new Date(created.getTime() + takes)
  if (buildAfter !== undefined && now < startedAt) return { status: 'pending', createdAt: created }
  if (buildAfter !== undefined && now < completedAt)
    return { status: 'building', createdAt: created, startedAt }
  if (status === 'pending') return { status, createdAt: created }
  return { status, createdAt: created, startedAt, ...(status !== 'building' && { completedAt }) }
}
