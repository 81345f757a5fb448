import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importModules } from '../../corpus/import-modules.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

it('imports every module below a folder, and tells which of them throw', async () => {
  const folder = temporaryFolder({
    'package.json': '{ "type": "module" }',
    'a.js': 'export const a = 1',
    'b/c.js': 'throw new Error("no")',
    'b/d.ts': 'throw new Error("no module of JavaScript")',
  })
  expect(await importModules(folder)).toEqual({
    count: 2,
    failures: [{ place: join('b', 'c.js'), message: 'Error: no' }],
  })
})
