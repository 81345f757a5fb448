import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A file by its content, or a link by where it leads. */
export type Leaf =
  string | Uint8Array | { readonly link: string } | { readonly content: string; readonly mode: number }

/** Files and links by their paths. */
export type Tree = Readonly<Record<string, Leaf>>

/** A directory that is there until it is disposed of. */
export interface Planted extends AsyncDisposable {
  readonly path: string
}

/** Makes a temporary directory that holds files. */
export async function plant(tree: Tree): Promise<Planted> {
  const path = await mkdtemp(join(tmpdir(), 'context-'))
  for (const [name, leaf] of Object.entries(tree)) {
    const file = join(path, name)
    // oxlint-disable-next-line no-await-in-loop -- links may lead to what comes before
    await mkdir(dirname(file), { recursive: true })
    // oxlint-disable-next-line no-await-in-loop -- as above
    await grow(file, leaf)
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

function grow(file: string, leaf: Leaf): Promise<void> {
  if (typeof leaf === 'string' || leaf instanceof Uint8Array) return writeFile(file, leaf)
  return 'link' in leaf ? symlink(leaf.link, file) : writeFile(file, leaf.content, { mode: leaf.mode })
}

/** Bytes that look random and are always the same: a linear congruential generator. */
export function noise(size: number, seed: number): Buffer {
  const bytes = Buffer.alloc(size)
  let state = seed
  for (let at = 0; at < size; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes[at] = state >>> 24
  }
  return bytes
}

/** Text of that many lines, with the repetitions that code has. */
export function code(lines: number, seed: number): string {
  const words = [
    'await',
    'return',
    'pipeline',
    'transport',
    'frame',
    'def ',
    'self.',
    'context',
    '    ',
    '()\n',
  ]
  return [...noise(lines * 8, seed)].map((byte) => words[byte % words.length] ?? '').join(' ')
}
