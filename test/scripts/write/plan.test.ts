import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { outputFolder, plan, refuseBlocked } from '../../../scripts/src/write/index.js'
import { readTree, temporaryFolder, type Tree } from '../temporary-folder.js'

const header = '// header'
const ours = (text: string): string => `${header}\n${text}\n`

/** A plan for `wanted` in the folder `out` of `cwd`. */
async function planFor(cwd: string, wanted: Tree, out = 'out') {
  const files = Object.entries(wanted).map(([path, content]) => ({ path, content }))
  return plan(files, await outputFolder(out, cwd), header)
}

test('each file gets its status, in the order of the paths', async () => {
  const cwd = temporaryFolder({
    'out/same.ts': ours('same'),
    'out/types/changed.ts': ours('old'),
    'out/types/removed.ts': ours('gone'),
  })
  const before = readTree(cwd)
  const { files } = await planFor(cwd, {
    'types/changed.ts': ours('new'),
    'same.ts': ours('same'),
    'created.ts': ours('created'),
  })
  expect(files).toEqual([
    { path: 'created.ts', content: ours('created'), status: 'created' },
    { path: 'same.ts', content: ours('same'), status: 'unchanged' },
    { path: 'types/changed.ts', content: ours('new'), status: 'changed', previous: ours('old') },
    { path: 'types/removed.ts', content: '', status: 'removed' },
  ])
  expect(readTree(cwd)).toEqual(before)
})

test.each([
  ['another line end', `${header}\r\nsame\r\n`],
  ['bytes that are no UTF-8', Buffer.from(ours('same')).toString('latin1').replace('same', 'sam\u00E9')],
  ['one blank', `${header}\nsame \n`],
])('a file that differs by %s is changed', async (_difference, content) => {
  const cwd = temporaryFolder({ 'out/a.ts': content })
  const { files } = await planFor(cwd, { 'a.ts': ours('same') })
  expect(files.map(({ status }) => status)).toEqual(['changed'])
})

test('an output folder that does not exist is empty', async () => {
  const { files, folder } = await planFor(temporaryFolder(), { 'a.ts': ours('a') }, 'not/there')
  expect(files.map(({ status }) => status)).toEqual(['created'])
  expect(folder.shown).toBe('not/there')
})

test.each([
  ['no header', 'text\n'],
  ['a header that goes on', `${header} of another tool\n`],
  ['a header on the second line', `\n${header}\n`],
  ['nothing', ''],
])('a file with %s is foreign, and not removed', async (_what, content) => {
  const cwd = temporaryFolder({ 'out/types/note.ts': content })
  const { files, foreign, blocked } = await planFor(cwd, { 'a.ts': ours('a') })
  expect(files.map(({ path }) => path)).toEqual(['a.ts'])
  expect(foreign).toEqual(['types/note.ts'])
  expect(blocked).toEqual([])
})

test('a file that holds the header line alone is the toolkit’s', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': header })
  const { files } = await planFor(cwd, {})
  expect(files).toEqual([{ path: 'a.ts', content: '', status: 'removed' }])
})

test('hidden files and installed packages are none of the toolkit’s business', async () => {
  const cwd = temporaryFolder({
    'out/.gitattributes': 'x',
    'out/.cache/a.ts': ours('a'),
    'out/node_modules/a/index.ts': ours('a'),
    'out/types/.strata-0123456789ab': 'half a fi',
    'out/types/.strata-notes': 'mine',
  })
  const { files, foreign, leftovers } = await planFor(cwd, {})
  expect({ files, foreign, leftovers }).toEqual({
    files: [],
    foreign: [],
    leftovers: ['types/.strata-0123456789ab'],
  })
})

test('special files are foreign, and are not opened', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': ours('a') })
  execFileSync('mkfifo', [join(cwd, 'out/pipe.ts')])
  const { foreign } = await planFor(cwd, { 'a.ts': ours('a') })
  expect(foreign).toEqual(['pipe.ts'])
})

test('a file of another origin is in the way, and all of them are named', async () => {
  const cwd = temporaryFolder({ 'out/a.ts': 'mine', 'out/types': 'mine too', 'out/b/index.ts/x': '' })
  const planned = await planFor(cwd, {
    'a.ts': ours('a'),
    'types/one.ts': ours('1'),
    'types/two.ts': ours('2'),
    'b/index.ts': ours('b'),
    'free.ts': ours('free'),
  })
  expect(planned.files.map(({ path }) => path)).toEqual(['free.ts'])
  expect(() => refuseBlocked(planned)).toThrow(
    expect.objectContaining({
      diagnostics: [
        expect.objectContaining({ file: 'out/a.ts', message: 'it stands where out/a.ts has to be written' }),
        expect.objectContaining({
          file: 'out/types',
          message: 'it stands where out/types/two.ts has to be written',
        }),
        expect.objectContaining({
          file: 'out/b/index.ts',
          message: 'it stands where out/b/index.ts has to be written',
        }),
      ],
    }),
  )
})

test('a file of another origin whose name differs in case alone is in the way', async () => {
  const cwd = temporaryFolder({ 'out/types/Agent.ts': 'mine' })
  const planned = await planFor(cwd, { 'types/agent.ts': ours('a') })
  expect(planned.blocked.map(({ by }) => by)).toEqual(['types/Agent.ts'])
})

test('links in the output folder are not followed', async () => {
  const cwd = temporaryFolder({ 'elsewhere/schemas/a.ts': ours('old'), 'elsewhere/b.ts': ours('old') })
  mkdirSync(join(cwd, 'out'))
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/types'))
  symlinkSync(join(cwd, 'elsewhere/b.ts'), join(cwd, 'out/b.ts'))
  const { files, blocked, foreign } = await planFor(cwd, {
    'types/schemas/a.ts': ours('new'),
    'b.ts': ours('new'),
  })
  expect(files).toEqual([])
  expect(blocked.map(({ by }) => by)).toEqual(['types', 'b.ts'])
  expect(foreign).toEqual(['b.ts', 'types'])
})

test('the output folder itself may be a link', async () => {
  const cwd = temporaryFolder({ 'elsewhere/a.ts': ours('a') })
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out'))
  const { files, folder } = await planFor(cwd, { 'a.ts': ours('a') })
  expect(files.map(({ status }) => status)).toEqual(['unchanged'])
  expect(folder.root).toBe(join(cwd, 'elsewhere'))
})

test.each([
  ['.', '.'],
  ['..', '..'],
  ['/', '/'],
])('an output folder %s that holds the working directory is refused', async (out) => {
  await expect(planFor(temporaryFolder(), {}, out)).rejects.toThrow(
    'the output folder holds the working directory',
  )
})

test('an output folder that links to the working directory is refused', async () => {
  const cwd = temporaryFolder()
  symlinkSync(cwd, join(cwd, 'out'))
  await expect(planFor(cwd, {})).rejects.toThrow('the output folder holds the working directory')
})

test('an output folder that is a file is refused', async () => {
  const cwd = temporaryFolder({ out: 'a file' })
  await expect(planFor(cwd, { 'a.ts': ours('a') })).rejects.toThrow(
    'out\n  error: the output folder is a file',
  )
})

test('an output folder below a file is refused', async () => {
  const cwd = temporaryFolder({ file: '' })
  await expect(planFor(cwd, { 'a.ts': ours('a') }, 'file/out')).rejects.toThrow(
    'a file stands where a folder is needed',
  )
})

test('a path that leaves the output folder is refused before anything is read', async () => {
  await expect(planFor(temporaryFolder(), { '../a.ts': ours('a') })).rejects.toThrow('"../a.ts"')
})

test('text without the header is refused, since the next run would not know it', async () => {
  await expect(planFor(temporaryFolder(), { 'a.ts': `/** @format */\n${ours('a')}` })).rejects.toThrow(
    'out/a.ts\n  error: the formatter moved or changed the first line, "// header"',
  )
})
