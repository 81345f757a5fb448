/** A part of a list, of so many items, from that one on. */
export function page<T>(items: readonly T[], { limit, offset }: { limit: number; offset: number }): T[] {
  return items.slice(offset, offset + limit)
}

/** Whether a moment is between two that are in seconds since 1970-01-01T00:00:00Z; one that is absent is no limit. */
export function isBetween(at: Date, startTime: number | undefined, endTime: number | undefined): boolean {
  const seconds = at.getTime() / 1000
  return (startTime === undefined || seconds >= startTime) && (endTime === undefined || seconds <= endTime)
}
