import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { createAgent } from './cases/create-agent.js'
import { standaloneFile } from './contestants/ajv.js'
import { byHandFiles } from './contestants/by-hand.js'
import { generatedFiles } from './contestants/ours.js'
import { importPeer } from './contestants/peer.js'
import { schemasafeModule } from './contestants/schemasafe.js'
import { typeboxModule } from './contestants/typebox.js'
import { valibotModule } from './contestants/valibot-module.js'
import { zodModule } from './contestants/zod.js'
import { temporaryFolder } from './temporary.js'

interface Esbuild {
  build(options: object): Promise<{ outputFiles: readonly { contents: Uint8Array }[] }>
}

/** The code of a module that exports the check of the request, to a boolean or to all issues. */
type Entry = (withIssues: boolean) => Promise<string> | string

const entries: Readonly<Record<string, Entry>> = {
  'hand-written': (withIssues) => {
    const folder = temporaryFolder(byHandFiles())
    return `export { ${withIssues ? 'issuesOf' : 'is'} } from ${JSON.stringify(join(folder, 'create-agent.js'))}`
  },
  'ajv standalone': async (withIssues) =>
    `export { default } from ${JSON.stringify(await standaloneFile(createAgent, withIssues))}`,
  ours: async (withIssues) => {
    const folder = temporaryFolder(await generatedFiles(createAgent))
    const name = `${withIssues ? 'validate' : 'is'}${createAgent.root}`
    return `export { ${name} } from ${JSON.stringify(join(folder, 'validators/index.js'))}`
  },
  'typebox Compile': (withIssues) => typeboxModule(createAgent, withIssues),
  schemasafe: (withIssues) => schemasafeModule(createAgent, withIssues),
  zod: () => zodModule(createAgent),
  valibot: valibotModule,
}

/** Bytes of one contestant's code for one request schema, bundled, minified and compressed with gzip. */
export interface Size {
  readonly name: string
  /** Of the check to a boolean. */
  readonly boolean: number
  /** Of the check to all issues. */
  readonly issues: number
}

/** The sizes of everyone's code, that written by hand first. */
export function measureSizes(): Promise<Size[]> {
  const sizes = Object.entries(entries).map(async ([name, entry]) => ({
    name,
    boolean: await sizeOf(await entry(false)),
    issues: await sizeOf(await entry(true)),
  }))
  return Promise.all(sizes)
}

async function sizeOf(code: string): Promise<number> {
  const { build } = await importPeer<Esbuild>('esbuild')
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}
