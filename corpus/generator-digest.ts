import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A digest of what output depends on beside the document: the sources of the generator, and its packages. */
export function generatorDigest(root: string): string {
  const sources = typeScriptIn(join(root, 'scripts/src')).map((path) => `scripts/src/${path}`)
  const files = [...sources, 'package-lock.json']
  return digestOf(...files.flatMap((file) => [file, readFileSync(join(root, file))]))
}

/** A short digest of texts and bytes. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 16)
}

/** The paths of all TypeScript below a folder, from there. */
export function typeScriptIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => path.endsWith('.ts')).toSorted()
}
