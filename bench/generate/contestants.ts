import { fileURLToPath } from 'node:url'

/** What makes TypeScript of a document. */
export interface Contestant {
  readonly name: string
  readonly script: string
  readonly args: (document: string, out: string) => readonly string[]
  /** What the packages that its output imports are installed in. */
  readonly packages: string
}

const bench = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** All layers unless the flags say otherwise, by what `npm run build` made of the toolkit. */
function strata(name: string, flags: readonly string[] = []): Contestant {
  return {
    name,
    script: `${root}scripts/bin/strata.js`,
    args: (document, out) => ['generate', '--quiet', '--spec', document, '--out', out, ...flags],
    packages: `${root}node_modules`,
  }
}

function heyApi(name: string, plugins: readonly string[]): Contestant {
  return {
    name,
    script: `${bench}node_modules/@hey-api/openapi-ts/dist/run.mjs`,
    args: (document, out) => ['--silent', '--input', document, '--output', out, '--plugins', ...plugins],
    packages: `${bench}node_modules`,
  }
}

const sdk = ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch']

/** Everyone, ours first. */
export const contestants: readonly Contestant[] = [
  strata('strata'),
  strata('strata, not formatted', ['--formatter', 'none']),
  strata('strata, types and client', ['--layers', 'types,client']),
  heyApi('hey-api', sdk),
  heyApi('hey-api + zod', [...sdk, 'zod']),
]
