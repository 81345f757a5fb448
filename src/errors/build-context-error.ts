import { PipecatCloudError } from './pipecat-cloud-error.js'

/** Something that keeps a directory from being built. */
export interface BuildContextProblem {
  /** Path relative to the directory; `.` for the directory itself. */
  readonly path: string
  /** What is wrong with it, and what to do. */
  readonly message: string
}

/** A directory cannot be built as it is. The message names everything that has to be changed. Nothing was uploaded. */
export class BuildContextError extends PipecatCloudError {
  static {
    this.prototype.name = 'BuildContextError'
  }

  /** The directory. */
  readonly directory: string
  /** Everything that is wrong, in the order of the paths. */
  readonly problems: readonly BuildContextProblem[]

  constructor(directory: string, problems: readonly BuildContextProblem[], options?: ErrorOptions) {
    const lines = problems.map(({ path, message }) => `  ${path}: ${message}`)
    super([`The directory ${directory} cannot be built:`, ...lines].join('\n'), options)
    this.directory = directory
    this.problems = problems
  }
}
