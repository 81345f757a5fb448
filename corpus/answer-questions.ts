import { readFileSync } from 'node:fs'
import type { Reply } from './staying-process.js'

/** Answers the questions of the process that started this one, and ends with it. */
export function answerQuestions<Q>(answer: (question: Q) => Promise<unknown>): void {
  process.on('message', async (question: Q) => {
    // While there is a question, work alone keeps the process alive: it ends where there is none left and no answer either.
    process.channel?.unref()
    const reply: Reply = { answer: await answer(question), peak: peakMemory() }
    process.channel?.ref()
    process.send?.(reply)
  })
}

/** Largest resident memory of this process so far, in MiB. */
export function peakMemory(): number {
  return Math.round((peakOfProgram() ?? process.resourceUsage().maxRSS) / 1024)
}

/** As Linux tells it, in KiB: `maxRSS` begins there with what the process held that started this one. */
function peakOfProgram(): number | undefined {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const peak = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]
  return peak === undefined ? undefined : Number(peak)
}
