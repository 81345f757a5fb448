import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { BuildContextError, ConfigurationError } from '../../../src/errors/index.js'
import { archiveDirectory, type ArchiveOptions } from '../../../src/node/archive.js'
import { failure } from '../service.js'
import { GOLDENS } from './goldens.js'
import { noise, plant, type Planted, type Tree } from './tree.js'

const dockerfile = 'FROM scratch\n'

/** The problems that an archive of a tree is refused for. */
async function problemsOf(tree: Tree, options?: ArchiveOptions) {
  await using planted = await plant(tree)
  const error = await failure(archiveDirectory(planted.path, options))
  expect(error).toBeInstanceOf(BuildContextError)
  return (error as BuildContextError).problems.map(
    ({ path, message }) => `${path}: ${message.replaceAll(planted.path, '<directory>')}`,
  )
}

/** The names of what is in an archive of a tree. */
async function filesOf(tree: Tree, options?: ArchiveOptions) {
  await using planted = await plant(tree)
  await using archive = await archiveDirectory(planted.path, options)
  return archive.files
}

/** The folder for temporary files, which is this test's own. */
let temporary: Planted

beforeAll(async () => {
  temporary = await plant({})
})

beforeEach(() => vi.stubEnv('TMPDIR', temporary.path))

afterAll(async () => {
  await temporary[Symbol.asyncDispose]()
})

/** What is in that folder of an archive that is being written, once some of it is. */
async function begun(): Promise<string> {
  return vi.waitFor(
    async () => {
      const folder = (await readdir(temporary.path)).find((name) => name.startsWith('pipecat-cloud-'))
      if (folder === undefined) throw new Error('There is no archive yet')
      const file = join(temporary.path, folder, 'context.tar.gz')
      if ((await stat(file)).size === 0) throw new Error('It is empty')
      return folder
    },
    { interval: 5, timeout: 10_000 },
  )
}

describe('the bytes are those of Python for', () => {
  test.each(GOLDENS)('$title', async ({ tree, files, tar, hash }) => {
    await using planted = await plant(tree)
    await using archive = await archiveDirectory(planted.path)
    const gz = await readFile(archive.path)
    expect(createHash('sha256').update(gunzipSync(gz)).digest('hex')).toBe(tar)
    expect(archive.contextHash).toBe(hash)
    expect(createHash('md5').update(gz).digest('hex').slice(0, 16)).toBe(hash)
    expect(archive.size).toBe(gz.length)
    if (files !== undefined) expect(archive.files).toEqual(files)
  })
})

describe('an archive', () => {
  test('says what it holds, and is gone when it is disposed of', async () => {
    await using planted = await plant({ 'docker/Dockerfile': dockerfile, 'a.txt': 'four' })
    const archive = await archiveDirectory(planted.path, { dockerfile: './docker//Dockerfile' })
    expect(archive).toMatchObject({
      files: ['a.txt', 'docker/Dockerfile'],
      uncompressedSize: 4 + dockerfile.length,
      dockerfile: 'docker/Dockerfile',
    })
    expect(existsSync(archive.path)).toBe(true)
    await archive.remove()
    expect(existsSync(dirname(archive.path))).toBe(false)
    await archive[Symbol.asyncDispose]()
  })

  test('can be read by its owner alone', async () => {
    await using planted = await plant({ Dockerfile: dockerfile })
    await using archive = await archiveDirectory(planted.path)
    expect((await stat(archive.path)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(archive.path))).mode & 0o777).toBe(0o700)
  })

  test('leaves out what `exclude` says besides', async () => {
    const tree = {
      Dockerfile: dockerfile,
      '.env': 'x',
      'a.wav': 'x',
      'b/a.wav': 'x',
      'b/c.txt': 'x',
      'd/e': 'x',
    }
    expect(await filesOf(tree, { exclude: ['*.wav', './d/'] })).toEqual(['Dockerfile', 'b/c.txt'])
  })

  test('of a directory that is given by a link is that of the directory', async () => {
    await using planted = await plant({ 'real/Dockerfile': dockerfile, link: { link: 'real' } })
    await using archive = await archiveDirectory(join(planted.path, 'link'))
    expect(archive.files).toEqual(['Dockerfile'])
  })
})

describe('a directory is refused', () => {
  test('with everything that is wrong with it', async () => {
    await using outside = await plant({ secret: 'x' })
    const problems = await problemsOf({
      gone: { link: 'nowhere' },
      loop: { link: 'pool' },
      pool: { link: 'loop' },
      'sub/out': { link: join(outside.path, 'secret') },
      'sub/up': { link: '..' },
      'sub/file': 'x',
    })
    expect(problems).toEqual([
      'Dockerfile: is not a file, and a build needs a Dockerfile; write it, or name another with the option `dockerfile`',
      'gone: does not exist, or is a link to what does not',
      'loop: is a link that leads back to itself; remove or exclude it',
      'pool: is a link that leads back to itself; remove or exclude it',
      `sub/out: is a link out of the directory, to ${outside.path}/secret; copy that here, or exclude the link`,
      'sub/up: is a link to a directory, which is not followed; copy that here, or exclude the link',
    ])
  })

  test.each<[string, Tree, ArchiveOptions, string]>([
    [
      'that excludes its Dockerfile',
      { Dockerfile: dockerfile, '.dockerignore': 'Docker*\n' },
      {},
      'Dockerfile: is excluded by "Docker*", one of .dockerignore; a build needs its Dockerfile',
    ],
    [
      'that excludes the directory of its Dockerfile',
      { 'build/x/Dockerfile': dockerfile },
      { dockerfile: 'build/x/Dockerfile' },
      'build/x/Dockerfile: is excluded by "build", one of the default exclusions; a build needs its Dockerfile',
    ],
    [
      'that excludes the directory of its Dockerfile by a whole path',
      { 'a/b/Dockerfile': dockerfile },
      { dockerfile: 'a/b/Dockerfile', exclude: ['a/b'] },
      'a/b/Dockerfile: is excluded by "a/b", one of the default exclusions; a build needs its Dockerfile',
    ],
    [
      'whose Dockerfile is a directory',
      { 'Dockerfile/x': dockerfile },
      {},
      'Dockerfile: is not a file, and a build needs a Dockerfile; write it, or name another with the option `dockerfile`',
    ],
    [
      'whose Dockerfile is behind a link to a directory',
      { 'real/Dockerfile': dockerfile, link: { link: 'real' } },
      { dockerfile: 'link/Dockerfile' },
      'link: is a link to a directory, which is not followed; copy that here, or exclude the link',
    ],
    [
      'with a .dockerignore for which `exclude` has no effect',
      { Dockerfile: dockerfile, '.dockerignore': '' },
      { exclude: ['secrets'] },
      '.dockerignore: is there, so that it alone counts and the option `exclude` does not; write the patterns into it',
    ],
    [
      'with a .dockerignore that is not UTF-8',
      { Dockerfile: dockerfile, '.dockerignore': Uint8Array.of(0x6b, 0xff) },
      {},
      '.dockerignore: is not UTF-8',
    ],
    [
      'with a .dockerignore that is a directory',
      { Dockerfile: dockerfile, '.dockerignore/x': '' },
      {},
      '.dockerignore: is a directory',
    ],
  ])('%s', async (_, tree, options, problem) => {
    expect(await problemsOf(tree, options)).toEqual([problem])
  })

  test('that does not exist, or is none', async () => {
    await using planted = await plant({ file: 'x' })
    const missing = await failure(archiveDirectory(join(planted.path, 'missing')))
    expect(missing).toMatchObject({
      name: 'BuildContextError',
      message: `The directory ${planted.path}/missing cannot be built:\n  .: does not exist, or is a link to what does not`,
      directory: join(planted.path, 'missing'),
    })
    const file = await failure(archiveDirectory(join(planted.path, 'file')))
    expect(file).toMatchObject({ problems: [{ path: '.', message: 'is not a directory' }] })
  })

  test('with a socket, unless that is excluded', async () => {
    await using planted = await plant({ Dockerfile: dockerfile })
    const server = createServer().listen(join(planted.path, 'a.sock'))
    await new Promise((resolve) => server.once('listening', resolve))
    const error = await failure(archiveDirectory(planted.path))
    expect(error).toMatchObject({
      problems: [{ path: 'a.sock', message: 'is neither a file nor a directory; exclude it' }],
    })
    await using archive = await archiveDirectory(planted.path, { exclude: ['*.sock'] })
    expect(archive.files).toEqual(['Dockerfile'])
    server.close()
  })

  test.runIf(process.platform === 'linux')('with a name that is not UTF-8', async () => {
    await using planted = await plant({ Dockerfile: dockerfile })
    await writeFile(Buffer.from(`${planted.path}/caf\xe9`, 'latin1'), 'x')
    const error = await failure(archiveDirectory(planted.path))
    expect(error).toMatchObject({
      problems: [{ path: 'caf\uFFFD', message: 'the name is not UTF-8; rename or exclude it' }],
    })
  })

  test('with more than 500 MiB, and the largest files are named', async () => {
    await using planted = await plant({ Dockerfile: dockerfile, 'a.bin': '', 'b.bin': '', 'c/d.bin': '' })
    // Holes in files take no room on the disk.
    await truncate(join(planted.path, 'a.bin'), 200 * 2 ** 20)
    await truncate(join(planted.path, 'b.bin'), 2 ** 20)
    await truncate(join(planted.path, 'c/d.bin'), 300 * 2 ** 20)
    const error = await failure(archiveDirectory(planted.path))
    expect((error as BuildContextError).problems).toEqual([
      {
        path: '.',
        message:
          'the files have 501.0 MiB together, and no more than 500.0 MiB can be built; exclude what the build does not need. ' +
          'The largest: c/d.bin (300.0 MiB), a.bin (200.0 MiB), b.bin (1.0 MiB), Dockerfile (0.0 MiB)',
      },
    ])
  })
})

describe('a file that cannot be read', () => {
  test('is refused, and so is a directory', async () => {
    await using planted = await plant({
      Dockerfile: dockerfile,
      secret: 'x',
      'closed/file': 'x',
      'open/file': 'x',
    })
    await Promise.all([temporary.path, planted.path].map((folder) => chmod(folder, 0o755)))
    await chmod(join(planted.path, 'secret'), 0o000)
    await chmod(join(planted.path, 'closed'), 0o000)
    // The superuser may read everything, so somebody else does.
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    const error = await failure(archiveDirectory(planted.path))
    if (isRoot) process.seteuid?.(0)
    await chmod(join(planted.path, 'closed'), 0o755)
    expect((error as BuildContextError).problems).toEqual([
      { path: 'closed', message: 'cannot be read; change its permissions, or exclude it' },
      { path: 'secret', message: 'cannot be read; change its permissions, or exclude it' },
    ])
  })

  test('to its end is refused, and nothing is left of the archive', async () => {
    await using planted = await plant({ Dockerfile: dockerfile, 'noise.bin': noise(4_000_000, 1) })
    const archiving = failure(archiveDirectory(planted.path))
    await begun()
    await truncate(join(planted.path, 'noise.bin'), 10)
    expect(await archiving).toMatchObject({
      name: 'BuildContextError',
      problems: [{ path: 'noise.bin', message: 'became shorter while it was read; try again' }],
    })
    expect(await readdir(temporary.path)).not.toContainEqual(expect.stringMatching(/^pipecat/))
  })
})

describe('an abort', () => {
  test('ends an archive with the reason, and nothing is left of it', async () => {
    await using planted = await plant({ Dockerfile: dockerfile, 'noise.bin': noise(4_000_000, 1) })
    const controller = new AbortController()
    const archiving = failure(archiveDirectory(planted.path, { signal: controller.signal }))
    await begun()
    const reason = new Error('enough')
    controller.abort(reason)
    expect(await archiving).toBe(reason)
    expect(await readdir(temporary.path)).not.toContainEqual(expect.stringMatching(/^pipecat/))
  })

  test('that came before ends it too', async () => {
    await using planted = await plant({ Dockerfile: dockerfile })
    const reason = new Error('enough')
    expect(await failure(archiveDirectory(planted.path, { signal: AbortSignal.abort(reason) }))).toBe(reason)
  })
})

describe('options that are not valid', () => {
  test.each<[string, unknown, string]>([
    ['', {}, '`directory` must be a text'],
    ['.', null, 'The options must be an object'],
    ['.', { exclude: 'x' }, '`exclude` must be an array of patterns'],
    ['.', { exclude: [1] }, '`exclude` must be an array of patterns'],
    ['.', { excludes: [] }, '`excludes` is not an option'],
    ...['', '.', './', '..', '../Dockerfile', 'a/../../b', '/Dockerfile', 'docker/', 1].map(
      (path): [string, unknown, string] => [
        '.',
        { dockerfile: path },
        '`dockerfile` must be the path of a file, relative to the directory and inside of it',
      ],
    ),
  ])('%j %j', async (directory, options, message) => {
    // What a caller without types may give.
    const error = await failure(archiveDirectory(directory, options as ArchiveOptions))
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toMatchObject({ message })
  })

  test('are named together', async () => {
    const error = await failure(archiveDirectory('', { exclude: 1, dockerfile: 2 } as never))
    expect((error as Error).message.split('; ')).toHaveLength(3)
  })
})
