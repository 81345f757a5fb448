import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { archiveFiles } from '../../../../src/emulator/uploads/archive-files.js'
import { archiveOf, archiveOfEntries, entry } from './archive.js'

const long = `${'deep/'.repeat(40)}Dockerfile`

describe('archiveFiles', () => {
  it.each([
    [
      'files',
      archiveOf({ Dockerfile: 'FROM a', 'src/bot.py': 'x'.repeat(1000), empty: '' }),
      ['Dockerfile', 'src/bot.py', 'empty'],
    ],
    ['no files', archiveOf({}), []],
    ['names with ./', archiveOf({ './././a': '', './b/c': '' }), ['a', 'b/c']],
    [
      'folders and links',
      archiveOfEntries(entry('a/', '', { type: '5' }), entry('b', '', { type: '2' }), entry('c', '')),
      ['c'],
    ],
    ['a file of the old type', archiveOfEntries(entry('a', '', { type: '\0' })), ['a']],
    ['a prefix', archiveOfEntries(entry('Dockerfile', '', { prefix: 'a/b' })), ['a/b/Dockerfile']],
    [
      'a long name in a pax header',
      archiveOfEntries(
        entry('x', `30 mtime=0\n${long.length + 11} path=${long}\n`, { type: 'x' }),
        entry('short', ''),
        entry('next', ''),
      ),
      [long, 'next'],
    ],
    [
      'a long name of GNU tar',
      archiveOfEntries(entry('././@LongLink', `${long}\0`, { type: 'L' }), entry('short', '')),
      [long],
    ],
  ])('finds %s', async (_, archive, files) => {
    expect(await archiveFiles(archive)).toEqual(files)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['no gzip', Buffer.from('hello')],
    ['gzip of something else', gzipSync(Buffer.alloc(1024, 'a'))],
    ['gzip of little', gzipSync(Buffer.from('a'))],
    ['a cut off archive', archiveOf({ Dockerfile: 'FROM a' }).subarray(0, 40)],
  ])('finds that %s is none', async (_, archive) => {
    expect(await archiveFiles(archive)).toBeUndefined()
  })
})
