import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { transpile } from '../scripts/transpile.js'

const run = promisify(execFile)
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-pack-')))
const readme = readFileSync('README.md', 'utf8')

/** Runs a command in the empty project; npm's output is left out of the test's. */
async function inProject(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { stdout } = await run(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    maxBuffer: 2 ** 24,
  })
  return stdout
}

/** The tarballs of the packages, which have been built. */
async function pack(...workspaces: readonly string[]): Promise<string[]> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...workspaces]
  const { stdout } = await run('npm', args)
  return (JSON.parse(stdout) as { filename: string }[]).map(({ filename }) => join(folder, filename))
}

/** The README's block of code that holds `marker`, as JavaScript. */
function readmeCode(marker: string): string {
  const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = '']) => text)
  const block = blocks.find((text) => text.includes(marker))
  if (block === undefined) throw new Error(`The README has no code with ${marker}`)
  return transpile(block)
}

/** What `npm ls` says of a package. */
interface Tree {
  readonly dependencies?: Readonly<Record<string, Tree>>
}

/** Every package that a package brings. */
function namesBelow(tree: Tree | undefined): string[] {
  return Object.entries(tree?.dependencies ?? {}).flatMap(([name, below]) => [name, ...namesBelow(below)])
}

beforeAll(async () => {
  await run('npm', ['run', 'build'])
  const tarballs = await pack('.', './scripts')
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true, "type": "module" }')
  await inProject('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs])
}, 180_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packages in an empty project', () => {
  it('are the client with openapi-fetch, and what its emulator and its builds need', async () => {
    const tree = JSON.parse(await inProject('npm', ['ls', '--all', '--json'])) as Tree
    const installed = namesBelow(tree.dependencies?.['pipecat-cloud-client'])
    expect(installed.toSorted()).toEqual([
      '@remix-run/node-fetch-server',
      'openapi-fetch',
      'openapi-typescript-helpers',
      'pako',
    ])
  })

  it('run what the README says of the client and of embedding', async () => {
    writeFileSync(join(folder, 'embed.mjs'), readmeCode('startEmulator'))
    const embedded = await inProject('node', ['embed.mjs'])
    expect(embedded).toContain('/maxSessionDuration must be at least 60, but is 10')
    const client = readmeCode('new PipecatCloud').replace(
      'apiKey: process',
      'baseUrl: emulator.url, apiKey: process',
    )
    writeFileSync(
      join(folder, 'client.mjs'),
      `import { startEmulator } from 'pipecat-cloud-client/emulator'\nconst emulator = await startEmulator()\n${client}\nawait emulator.close()\n`,
    )
    const output = await inProject('node', ['client.mjs'], { PIPECAT_CLOUD_API_KEY: 'any' })
    expect(output).toContain('voice-starter us-west 0')
    expect(output).toContain('create Active')
    expect(output).toContain('200 4')
  })

  it('generate and check from the command line and from a program', async () => {
    const spec = join(folder, 'node_modules/pipecat-cloud-client/spec/pipecat-cloud.yaml')
    writeFileSync(join(folder, 'openapi.yaml'), readFileSync(spec))
    const cli = (command: string) =>
      inProject('npx', ['strata', command, '--spec', 'openapi.yaml', '--out', 'generated'])
    expect(await cli('generate')).toContain('created')
    expect(existsSync(join(folder, 'generated/index.ts'))).toBe(true)
    await cli('check')
    writeFileSync(join(folder, 'program.mjs'), readmeCode("from 'openapi-strata'"))
    expect((await inProject('node', ['program.mjs'])).trim()).toBe('true')
  })

  it('compile a schema that refers to the meta-schema', async () => {
    writeFileSync(
      join(folder, 'compile.mjs'),
      `import { compileSchema } from 'openapi-strata'
      console.log(compileSchema({ $ref: 'https://json-schema.org/draft/2020-12/schema' }, { name: 'Meta' }))`,
    )
    expect(await inProject('node', ['compile.mjs'])).toContain(
      'export function isMeta(value: unknown): value is Meta',
    )
  })

  it('type-check', async () => {
    writeFileSync(
      join(folder, 'consumer.ts'),
      [...readme.matchAll(/```ts\n(import [\s\S]*?)```/g)]
        .map(([, text], index) => (index === 0 ? text : ''))
        .join('\n'),
    )
    const compiler = join(process.cwd(), 'node_modules/typescript/bin/tsc')
    const flags =
      '--noEmit --skipDefaultLibCheck --strict --module nodenext --target es2022 --lib es2022,dom,dom.iterable --exactOptionalPropertyTypes --types node'
    const types = join(process.cwd(), 'node_modules/@types')
    await inProject('node', [compiler, ...flags.split(' '), '--typeRoots', types, 'consumer.ts'])
  })
})
