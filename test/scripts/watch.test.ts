import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { type Reads, watch } from '../../scripts/src/watch.js'
import { temporaryFolder, writeTree } from './temporary-folder.js'

/** Long enough for a change that is not to be noticed. */
const QUIET_MILLISECONDS = 400

/** Watches in a folder with what `run` makes of the turn that it is. */
function start(run: (turn: number, cwd: string, reads: Reads) => Promise<boolean> | boolean) {
  const cwd = temporaryFolder({ 'a.yaml': '1', 'b.yaml': '1', 'parts/c.yaml': '1' })
  const end = new AbortController()
  let runs = 0
  const ended = watch(async (reads) => {
    runs += 1
    return run(runs, cwd, reads)
  }, end.signal)
  return {
    cwd,
    runs: () => runs,
    /** Waits until there have been so many runs, and no more. */
    until: async (count: number) => {
      await vi.waitUntil(() => runs >= count, { timeout: 5000 })
      await setTimeout(QUIET_MILLISECONDS)
      expect(runs).toBe(count)
    },
    stop: async () => {
      end.abort()
      await ended
    },
  }
}

/** A run that reads files of the folder. */
function reading(...paths: string[]) {
  return (_turn: number, cwd: string, reads: Reads): boolean => {
    reads(paths.map((path) => join(cwd, path)))
    return true
  }
}

test('each change of a file that was read starts one run', async () => {
  const { cwd, until, stop } = start(reading('a.yaml', 'parts/c.yaml'))
  await until(1)
  writeTree(cwd, { 'a.yaml': '2' })
  writeTree(cwd, { 'a.yaml': '3', 'parts/c.yaml': '3' })
  await until(2)
  writeTree(cwd, { 'parts/c.yaml': '4' })
  await until(3)
  writeTree(cwd, { 'b.yaml': '2', 'new.yaml': '1', 'parts/d.yaml': '1' })
  await until(3)
  await stop()
})

test('a file that an editor replaces is still watched', async () => {
  const { cwd, until, stop } = start(reading('a.yaml'))
  await until(1)
  writeTree(cwd, { swap: '2' })
  renameSync(join(cwd, 'swap'), join(cwd, 'a.yaml'))
  await until(2)
  writeTree(cwd, { swap: '3' })
  renameSync(join(cwd, 'swap'), join(cwd, 'a.yaml'))
  await until(3)
  await stop()
})

test('after a failed run a new file beside those that were read starts a run', async () => {
  const { cwd, until, stop } = start((turn, ...rest) => reading('a.yaml')(turn, ...rest) && turn > 1)
  await until(1)
  writeTree(cwd, { 'missing.yaml': '1' })
  await until(2)
  writeTree(cwd, { 'other.yaml': '1' })
  await until(2)
  await stop()
})

test('a run that fails before it names its files leaves those of the run before', async () => {
  const { cwd, until, stop } = start((turn, ...rest) => turn === 2 || reading('a.yaml')(turn, ...rest))
  await until(1)
  writeTree(cwd, { 'a.yaml': '2' })
  await until(2)
  writeTree(cwd, { 'a.yaml': '3' })
  await until(3)
  await stop()
})

test('a change between two steps of a run starts another', async () => {
  const { until, stop } = start(async (turn, cwd, reads) => {
    reads([join(cwd, 'a.yaml')])
    if (turn === 1) writeTree(cwd, { 'a.yaml': 'changed meanwhile' })
    return true
  })
  await until(2)
  await stop()
})

test('a folder that is not there is watched as soon as a run finds it', async () => {
  const { cwd, until, stop } = start(reading('a.yaml', 'none/e.yaml'))
  await until(1)
  writeTree(cwd, { 'none/e.yaml': '1' })
  await until(1)
  writeTree(cwd, { 'a.yaml': '2' })
  await until(2)
  writeTree(cwd, { 'none/e.yaml': '2' })
  await until(3)
  await stop()
})

test('nothing runs once it has been ended', async () => {
  const { cwd, until, stop, runs } = start(reading('a.yaml'))
  await until(1)
  await stop()
  writeTree(cwd, { 'a.yaml': '2' })
  await setTimeout(QUIET_MILLISECONDS)
  expect(runs()).toBe(1)
})

test('an end during a run comes after that run', async () => {
  const end = new AbortController()
  let completed = 0
  await watch(async () => {
    end.abort()
    await setTimeout(20)
    completed += 1
    return true
  }, end.signal)
  expect(completed).toBe(1)
})
