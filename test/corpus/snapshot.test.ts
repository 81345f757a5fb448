import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generatorDigest } from '../../corpus/generator-digest.js'
import { takeSnapshot } from '../../corpus/snapshot.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

const sources = {
  'package-lock.json': '{}',
  'node_modules/dependency/package.json': '{ "exports": "./index.js", "type": "module" }',
  'node_modules/dependency/index.js': 'export const word: string = "never compiled"',
  'scripts/package.json': '{ "type": "module" }',
  'scripts/src/word.ts': 'export const word: string = "compiled"',
  'scripts/dist/word.js': '',
  'corpus/package.json': '{ "type": "module" }',
  'corpus/say.ts': 'import { word } from "../scripts/src/word.js"\n\nthrow new Error(word)',
  'corpus/results/report.md': '',
}

describe('takeSnapshot', () => {
  it('compiles copies of the generator and of the corpus, which tell the places of the source', async () => {
    const [root, folder] = [temporaryFolder(sources), temporaryFolder()]
    await takeSnapshot(root, folder)
    const left = ['scripts/dist', 'corpus/results', 'node_modules/dependency/index.js']
    expect(left.map((path) => existsSync(join(folder, path)))).toEqual([false, false, true])
    const say = (): void => {
      execFileSync(process.execPath, ['--enable-source-maps', join(folder, 'corpus/say.js')], {
        stdio: 'pipe',
      })
    }
    expect(say).toThrow(/Error: compiled\n.*corpus\/say\.ts:3:/)
  })
})

describe('generatorDigest', () => {
  it('is the same for a snapshot, and another once a source or the packages are others', async () => {
    const [root, folder] = [temporaryFolder(sources), temporaryFolder()]
    await takeSnapshot(root, folder)
    const digests = [generatorDigest(root), generatorDigest(folder)]
    for (const path of ['scripts/src/word.ts', 'package-lock.json', 'corpus/say.ts']) {
      appendFileSync(join(root, path), '\n')
      digests.push(generatorDigest(root))
    }
    expect(digests.map((digest) => digests.indexOf(digest))).toEqual([0, 0, 2, 3, 3])
  })
})
