import { existsSync, type FSWatcher, watch } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Notices that a file changes, from the moment that it is watched. Folders are watched rather than files, as many editors
 * replace a file when they save it.
 */
export class FileChanges {
  readonly #files = new Set<string>()
  readonly #watchers = new Map<string, FSWatcher>()
  readonly #signal: AbortSignal
  #isNoticed = false
  #ofAnyFile = false
  #wake: () => void = () => undefined

  /** Watches `files` (absolute); {@link next} also returns when `signal` aborts. */
  constructor(files: readonly string[], signal: AbortSignal) {
    this.#signal = signal
    signal.addEventListener('abort', () => this.#wake(), { once: true })
    this.watch(files)
  }

  /** The watched files. */
  get files(): readonly string[] {
    return [...this.#files]
  }

  /** Watches more files. Those of a folder that does not exist are not watched. */
  watch(files: readonly string[]): void {
    for (const file of files) {
      this.#files.add(file)
      const folder = dirname(file)
      if (!this.#watchers.has(folder) && existsSync(folder)) this.#watchFolder(folder)
    }
  }

  /** Waits until a watched file has changed or, with `ofAnyFile`, until any file in one of their folders changes. */
  async next({ ofAnyFile }: { readonly ofAnyFile: boolean }): Promise<void> {
    this.#ofAnyFile = ofAnyFile
    if (this.#isNoticed || this.#signal.aborted) return
    await new Promise<void>((resolve) => {
      this.#wake = resolve
    })
  }

  /** Ends the watch. */
  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close()
  }

  #watchFolder(folder: string): void {
    const watcher = watch(folder, (_event, name) => {
      if (this.#ofAnyFile || name === null || this.#files.has(join(folder, name))) this.#notice()
    })
    // The folder is gone, and so are the files in it.
    watcher.on('error', () => this.#notice())
    this.#watchers.set(folder, watcher)
  }

  #notice(): void {
    this.#isNoticed = true
    this.#wake()
  }
}
