import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { pooled } from '../../corpus/pool.js'
import { runProcess } from '../../corpus/run-process.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

const NEVER = new AbortController().signal

describe('runProcess', () => {
  it('tells how a process ended and what it said', async () => {
    const cwd = temporaryFolder({
      'a.cjs': 'console.log(process.argv[2]); console.error("e"); process.exit(3)',
    })
    const ended = await runProcess(join(cwd, 'a.cjs'), ['x'], { cwd, nodeFlags: [], signal: NEVER })
    expect(ended).toEqual({ code: 3, signal: null, stdout: 'x\n', stderr: 'e\n' })
  })

  it('kills a process whose time is over, and those that it started', async () => {
    const cwd = temporaryFolder({
      'parent.cjs': 'require("child_process").execFileSync(process.execPath, [__dirname + "/child.cjs"])',
      'child.cjs': 'setTimeout(() => require("fs").writeFileSync(__dirname + "/alive", ""), 1500)',
    })
    const signal = AbortSignal.timeout(700)
    const running = runProcess(join(cwd, 'parent.cjs'), [], { cwd, nodeFlags: [], signal })
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }))
    await delay(1500)
    expect(existsSync(join(cwd, 'alive'))).toBe(false)
  })
})

describe('pooled', () => {
  it('has each worker at one item at a time, and does all', async () => {
    let [working, most] = [0, 0]
    const done: number[] = []
    const work = async (item: number): Promise<void> => {
      working += 1
      most = Math.max(most, working)
      await delay(5)
      working -= 1
      done.push(item)
    }
    await pooled([1, 2, 3, 4, 5], [work, work])
    expect({ most, done: done.toSorted() }).toEqual({ most: 2, done: [1, 2, 3, 4, 5] })
  })
})
