import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findDocuments } from '../../corpus/documents.js'
import { temporaryFolder } from '../scripts/temporary-folder.js'

describe('findDocuments', () => {
  it('finds files, and the documents below folders, each once and by name', () => {
    const folder = temporaryFolder({
      'one.yaml': '',
      'all/b/two.json': '',
      'all/a.yml': '',
      'all/README.md': '',
    })
    expect(findDocuments(['one.yaml', 'all', 'all'], folder)).toEqual([
      { name: 'a.yml', path: join(folder, 'all/a.yml') },
      { name: 'b/two', path: join(folder, 'all/b/two.json') },
      { name: 'one.yaml', path: join(folder, 'one.yaml') },
    ])
  })

  it('says what is neither there nor in the corpus', () => {
    expect(() => findDocuments(['no-such-thing'], temporaryFolder())).toThrow(
      /no-such-thing|npm ci --prefix corpus/,
    )
  })
})
