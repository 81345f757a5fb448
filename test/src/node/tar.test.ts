import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ReadError, tar } from '../../../src/node/tar.js'
import { failure } from '../service.js'
import { plant } from './tree.js'

/** The content of a tar that holds one file, which was listed with a size. */
async function contentOf(source: string, size: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of tar([{ name: 'a', source, size, isExecutable: false }])) chunks.push(chunk)
  return Buffer.concat(chunks).subarray(512)
}

describe('a file that is not what it was when it was listed', () => {
  test('and has grown is archived as far as it went then', async () => {
    await using planted = await plant({ file: 'x'.repeat(70_000) })
    const content = await contentOf(join(planted.path, 'file'), 65_537)
    expect(content.length % 10_240).toBe(10_240 - 512)
    expect(content.indexOf(0)).toBe(65_537)
  })

  test('and has become shorter is an error', async () => {
    await using planted = await plant({ file: 'xxx' })
    const error = await failure(contentOf(join(planted.path, 'file'), 4))
    expect(error).toBeInstanceOf(ReadError)
    expect(error).toMatchObject({ path: 'a', message: 'became shorter while it was read; try again' })
  })

  test('and is gone is an error', async () => {
    await using planted = await plant({})
    const error = await failure(contentOf(join(planted.path, 'file'), 4))
    expect(error).toBeInstanceOf(ReadError)
    expect(error).toMatchObject({ path: 'a', cause: { code: 'ENOENT' } })
  })

  test('and had nothing in it is not read', async () => {
    await using planted = await plant({ file: '' })
    expect(await contentOf(join(planted.path, 'file'), 0)).toEqual(Buffer.alloc(10_240 - 512))
  })
})
