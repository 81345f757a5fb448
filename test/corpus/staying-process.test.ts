import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { describe, expect, it, onTestFinished } from 'vitest'
import { StayingProcess } from '../../corpus/staying-process.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

const NEVER = new AbortController().signal
const answering = fileURLToPath(new URL('../../corpus/answer-questions.ts', import.meta.url))

/** Does what it is asked to, and counts its questions. */
const script = `
  import { answerQuestions } from './answer-questions.mjs'
  let count = 0
  answerQuestions(async ({ todo }) => {
    count += 1
    console.error(todo)
    if (todo === 'exit' || (todo === 'exit if used' && count > 1)) process.exit(3)
    if (todo === 'throw') throw new Error('thrown')
    if (todo === 'hang') await new Promise((resolve) => setTimeout(resolve, 60_000))
    if (todo === 'wait for nothing') await new Promise(() => {})
    if (todo === 'grow') globalThis.kept = Buffer.alloc(150 * 2 ** 20, 1)
    return { id: process.pid, count }
  })`

function started(largest = 1e4): (todo: string, signal?: AbortSignal) => Promise<unknown> {
  const cwd = temporaryFolder({ 'answer.mjs': script })
  buildSync({ entryPoints: [answering], outfile: join(cwd, 'answer-questions.mjs'), format: 'esm' })
  const staying = new StayingProcess(join(cwd, 'answer.mjs'), { cwd, nodeFlags: [] }, largest)
  onTestFinished(() => staying.stop())
  return async (todo, signal = NEVER) => {
    const outcome = await staying.ask({ todo }, signal)
    staying.rest()
    return 'answer' in outcome ? outcome.answer : outcome.ended
  }
}

const first = { id: expect.any(Number), count: 1 }

describe('StayingProcess', () => {
  it('answers question after question in the same process', async () => {
    const ask = started()
    const answer = await ask('answer')
    expect(answer).toEqual(first)
    expect(await ask('answer')).toEqual({ ...(answer as object), count: 2 })
  })

  it.each([
    ['exit', { code: 3, stderr: 'exit\n' }],
    ['throw', { code: 1, stderr: expect.stringContaining('Error: thrown') }],
    // It cannot answer any more, as there is nothing left that would make it go on.
    ['wait for nothing', { code: 0, stderr: 'wait for nothing\n' }],
  ])('tells how the process ended on %j, and goes on with a new one', async (todo, ended) => {
    const ask = started()
    expect(await ask(todo)).toMatchObject({ signal: null, ...ended })
    expect(await ask('answer')).toEqual(first)
  })

  it('asks a new process where one dies that has answered before', async () => {
    const ask = started()
    await ask('answer')
    expect(await ask('exit if used')).toEqual(first)
  })

  it('kills what takes too long, and goes on with a new process', async () => {
    const ask = started()
    await ask('answer')
    await expect(ask('hang', AbortSignal.timeout(100))).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(await ask('answer')).toEqual(first)
  })

  it('asks nothing when the time is over already', async () => {
    const ask = started()
    await expect(ask('exit', AbortSignal.abort(new Error('over')))).rejects.toThrow('over')
    expect(await ask('answer')).toEqual(first)
  })

  it('lets a process go that has grown too large', async () => {
    // What this process has held does not count.
    const held = Buffer.alloc(200 * 2 ** 20, 1)
    const ask = started(130)
    await ask('answer')
    expect(held).toHaveLength(200 * 2 ** 20)
    expect(await ask('grow')).toMatchObject({ count: 2 })
    expect(await ask('answer')).toEqual(first)
  })
})
