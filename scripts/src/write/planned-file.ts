/** A file that the output folder shall hold. */
export interface OutputFile {
  /** From the output folder, with `/`. */
  readonly path: string
  readonly content: string
}

/** What becomes of a file; `removed` if the toolkit made it before and no longer does. */
export type FileStatus = 'created' | 'changed' | 'unchanged' | 'removed'

/** A file of the toolkit, as it shall be. */
export interface PlannedFile extends OutputFile {
  /** `''` for a removed file. */
  readonly content: string
  readonly status: FileStatus
  /** What a changed file holds now. */
  readonly previous?: string
}

/** A file that cannot be written, because something that the toolkit did not make is in its place. */
export interface BlockedFile extends OutputFile {
  /** Path of what is in its place, or in the place of a folder above it. */
  readonly by: string
  /** What the regular file in its very place holds. */
  readonly previous?: string
}

/** Whether nothing is in the way of the file. */
export function isPlanned(file: PlannedFile | BlockedFile): file is PlannedFile {
  return 'status' in file
}

/** Whether something is in the way of the file. */
export function isBlocked(file: PlannedFile | BlockedFile): file is BlockedFile {
  return 'by' in file
}
