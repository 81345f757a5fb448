import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drift, outputFolder, plan } from '../../../scripts/src/write/index.js'
import { temporaryFolder, type Tree } from '../temporary-folder.js'

const header = '// header'
const ours = (text: string): string => `${header}\n${text}\n`

async function driftFor(cwd: string, wanted: Tree) {
  const files = Object.entries(wanted).map(([path, content]) => ({ path, content }))
  return drift(await plan(files, await outputFolder('out', cwd), header))
}

test('no drift', async () => {
  expect(await driftFor(temporaryFolder({ 'out/a.ts': ours('a') }), { 'a.ts': ours('a') })).toEqual([])
})

test('each file that differs, in the order of the paths', async () => {
  const cwd = temporaryFolder({
    'out/same.ts': ours('same'),
    'out/stale.ts': ours('one\ntwo\nthree'),
    'out/obsolete.ts': ours('gone'),
    'out/b.md': 'mine',
    'out/beheaded.ts': 'a',
  })
  const wanted = {
    'same.ts': ours('same'),
    'stale.ts': ours('one\n2\nthree'),
    'missing.ts': ours('new'),
    'beheaded.ts': ours('a'),
  }
  expect(await driftFor(cwd, wanted)).toEqual([
    { path: 'b.md', kind: 'foreign' },
    {
      path: 'beheaded.ts',
      kind: 'foreign',
      diff: ['@@ -1,1 +1,2 @@', '-a', '\\ No newline at end of file', '+// header', '+a'].join('\n'),
    },
    { path: 'missing.ts', kind: 'missing' },
    { path: 'obsolete.ts', kind: 'obsolete' },
    {
      path: 'stale.ts',
      kind: 'stale',
      diff: ['@@ -1,4 +1,4 @@', ' // header', ' one', '-two', '+2', ' three'].join('\n'),
    },
  ])
})

test('a file whose folder is taken is missing, and what takes it is foreign', async () => {
  const cwd = temporaryFolder({ 'out/types': 'mine', 'out/a.ts/x.ts': ours('x'), 'elsewhere/a.ts': '' })
  mkdirSync(join(cwd, 'out/c'))
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/client'))
  const wanted = { 'types/a.ts': ours('a'), 'client/a.ts': ours('a'), 'a.ts': ours('a') }
  expect(await driftFor(cwd, wanted)).toEqual([
    { path: 'a.ts', kind: 'foreign' },
    { path: 'a.ts/x.ts', kind: 'obsolete' },
    { path: 'client', kind: 'foreign' },
    { path: 'client/a.ts', kind: 'missing' },
    { path: 'types', kind: 'foreign' },
    { path: 'types/a.ts', kind: 'missing' },
  ])
})
