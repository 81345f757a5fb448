import { existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { apply, outputFolder, plan } from '../../../scripts/src/write/index.js'
import { readTree, temporaryFolder, type Tree } from '../temporary-folder.js'

const header = '// header'
const ours = (text: string): string => `${header}\n${text}\n`

/** Brings the folder `out` of `cwd` up to `wanted`. */
async function write(cwd: string, wanted: Tree): Promise<void> {
  const files = Object.entries(wanted).map(([path, content]) => ({ path, content }))
  await apply(await plan(files, await outputFolder('out', cwd), header))
}

test('files are created, changed and removed, and others are left alone', async () => {
  const cwd = temporaryFolder({
    'out/a.ts': ours('old'),
    'out/old/deep/er.ts': ours('gone'),
    'out/kept/gone.ts': ours('gone'),
    'out/kept/mine.md': 'mine',
    'out/.gitattributes': 'mine',
    'beside.ts': ours('not in the folder'),
  })
  await write(cwd, { 'a.ts': ours('new'), 'new/b.ts': ours('b') })
  expect(readTree(cwd)).toEqual({
    'beside.ts': ours('not in the folder'),
    'out/.gitattributes': 'mine',
    'out/a.ts': ours('new'),
    'out/kept/mine.md': 'mine',
    'out/new/b.ts': ours('b'),
  })
  expect(existsSync(join(cwd, 'out/old'))).toBe(false)
})

test('a file whose content does not differ is not touched', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': ours('a'), 'out/b.ts': ours('old') })
  for (const name of ['a.ts', 'b.ts']) utimesSync(join(cwd, 'out', name), 1000, 1000)
  const { ino } = statSync(join(cwd, 'out/a.ts'))
  await write(cwd, { 'a.ts': ours('a'), 'b.ts': ours('new') })
  expect(statSync(join(cwd, 'out/a.ts'))).toMatchObject({ ino, mtimeMs: 1_000_000 })
  expect(statSync(join(cwd, 'out/b.ts')).mtimeMs).not.toBe(1_000_000)
})

test('what a killed run left behind is removed, even if nothing else is to be done', async () => {
  const cwd = temporaryFolder({
    'out/a.ts': ours('a'),
    'out/.strata-0123456789ab': 'ha',
    'out/types/.strata-ffffffffffff': 'lf',
    'out/.strata-mine': 'mine',
  })
  await write(cwd, { 'a.ts': ours('a') })
  expect(readTree(cwd)).toEqual({ 'out/.strata-mine': 'mine', 'out/a.ts': ours('a') })
  expect(existsSync(join(cwd, 'out/types'))).toBe(false)
})

test('folders that a killed run left with nothing in them are removed, and those in use are kept', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': ours('a'), 'out/mine/.hidden': 'mine' })
  for (const path of ['server/deep/er', 'mine/empty', 'types'])
    mkdirSync(join(cwd, 'out', path), { recursive: true })
  await write(cwd, { 'a.ts': ours('a'), 'types/b.ts': ours('b') })
  expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['a.ts', 'mine', 'types'])
  expect(readdirSync(join(cwd, 'out/mine'))).toEqual(['.hidden'])
})

test('a file in the way stops everything', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': 'mine', 'out/b.ts': ours('old'), 'out/c.ts': ours('gone') })
  const before = readTree(cwd)
  await expect(write(cwd, { 'a.ts': ours('a'), 'b.ts': ours('new') })).rejects.toThrow(
    'it stands where out/a.ts has to be written',
  )
  expect(readTree(cwd)).toEqual(before)
})

test('a linked folder is not written through', async () => {
  const cwd = temporaryFolder({ 'elsewhere/a.ts': ours('old') })
  mkdirSync(join(cwd, 'out'))
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/types'))
  await expect(write(cwd, { 'types/a.ts': ours('new') })).rejects.toThrow('out/types')
  expect(readTree(join(cwd, 'elsewhere'))).toEqual({ 'a.ts': ours('old') })
})

test('a file that cannot be written leaves all others as they were', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': ours('old'), 'out/gone.ts': ours('gone') })
  const before = readTree(cwd)
  const tooLong = `${'new/'.repeat(1100)}d.ts`
  await expect(
    write(cwd, { 'a.ts': ours('new'), 'b/c.ts': ours('c'), [tooLong]: ours('d') }),
  ).rejects.toThrow('the name is too long for the file system')
  expect(readTree(cwd)).toEqual(before)
  expect(readdirSync(join(cwd, 'out'))).toEqual(['a.ts', 'gone.ts'])
})

test('a place that is taken after the plan was made leaves no temporary file behind', async () => {
  const cwd = temporaryFolder({ 'out/gone.ts': ours('gone') })
  const planned = await plan([{ path: 'a.ts', content: ours('a') }], await outputFolder('out', cwd), header)
  mkdirSync(join(cwd, 'out/a.ts'))
  await expect(apply(planned)).rejects.toThrow('out/a.ts\n  error: a folder stands where a file is needed')
  expect(readTree(cwd)).toEqual({ 'out/gone.ts': ours('gone') })
})

test('a name that changes in case alone is renamed, whatever the file system makes of it', async () => {
  const cwd = temporaryFolder({ 'out/types/Agent.ts': ours('old') })
  await write(cwd, { 'types/agent.ts': ours('new') })
  expect(readTree(cwd)).toEqual({ 'out/types/agent.ts': ours('new') })
})

test('a run whose temporary files another run takes away writes them again', async () => {
  const cwd = temporaryFolder()
  const wanted = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`${index}.ts`, ours('x')]))
  const running = write(cwd, wanted)
  const isStaged = (): boolean => existsSync(join(cwd, 'out')) && readdirSync(join(cwd, 'out')).length > 100
  await vi.waitUntil(isStaged, { interval: 1 })
  for (const name of readdirSync(join(cwd, 'out'))) if (name.startsWith('.')) rmSync(join(cwd, 'out', name))
  await running
  expect(readTree(join(cwd, 'out'))).toEqual(wanted)
})
