import { type Ended, type ProcessSettings, type Started, startProcess } from './run-process.js'

/** What a process that stays sends for each question. */
export interface Reply {
  readonly answer: unknown
  /** Its largest resident memory so far, in MiB. */
  readonly peak: number
}

/** What became of a question: its answer, or the end of the process that should have given it. */
export type Outcome = { readonly answer: unknown } | { readonly ended: Ended }

/**
 * A process of Node that answers questions, one at a time, until it has grown too large: it is started once for many of them, and
 * knows its own code by heart then. That it dies or takes too long concerns the question at hand alone, as the next one has a new process.
 */
export class StayingProcess {
  readonly #script: string
  readonly #settings: ProcessSettings
  readonly #largest: number
  #process: Started | undefined
  #hasAnswered = false
  #peak = 0

  /** @param largest MiB of resident memory with which a process may stay. */
  constructor(script: string, settings: ProcessSettings, largest: number) {
    this.#script = script
    this.#settings = { ...settings, channel: true }
    this.#largest = largest
  }

  /**
   * Asks what `answerQuestions` answers on the other side.
   * @throws the reason of `signal` if it is aborted; the process is killed then.
   */
  async ask(question: object, signal: AbortSignal): Promise<Outcome> {
    signal.throwIfAborted()
    const isUsed = this.#hasAnswered
    const outcome = await this.#askOnce(question, signal)
    // What it died of may be left from the questions before, and has to show itself in a new process.
    return 'ended' in outcome && isUsed ? this.#askOnce(question, signal) : outcome
  }

  /** Lets the process go if it has grown so that the next question should have a new one. */
  rest(): void {
    if (this.#peak > this.#largest) this.stop()
  }

  /** Ends the process. */
  stop(): void {
    this.#process?.kill()
    this.#process = undefined
    this.#hasAnswered = false
    this.#peak = 0
  }

  async #askOnce(question: object, signal: AbortSignal): Promise<Outcome> {
    const started = (this.#process ??= startProcess(this.#script, [], this.#settings))
    signal.addEventListener('abort', started.kill, { once: true })
    try {
      const outcome = await replyOf(started, question)
      signal.throwIfAborted()
      if ('ended' in outcome) this.stop()
      else [this.#hasAnswered, this.#peak] = [true, outcome.peak]
      return outcome
    } catch (error) {
      this.stop()
      throw error
    } finally {
      signal.removeEventListener('abort', started.kill)
    }
  }
}

/** The next message of a process, or its end. */
function replyOf({ child, ended }: Started, question: object): Promise<Reply | { ended: Ended }> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as unknown as Reply)) // as `answerQuestions` sends it
    ended.then((it) => resolve({ ended: it }), reject)
    // That it could not be sent means that the process has ended, which is told above.
    child.send(question, () => {})
  })
}
