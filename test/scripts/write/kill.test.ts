/* oxlint-disable no-await-in-loop -- one kill comes after the other */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { apply } from '../../../scripts/src/write/apply.js'
import { outputFolder } from '../../../scripts/src/write/output-folder.js'
import { plan } from '../../../scripts/src/write/plan.js'
import { isTemporary } from '../../../scripts/src/write/temporary.js'
import { readTree, temporaryFolder, type Tree } from '../temporary-folder.js'

const header = '// header'
const KILLS = 50
/** On a busy machine many kills come before the child has written anything; then there are more of them. */
const MOST_KILLS = 500
/** A kill comes at a random moment of this span after the child has begun to write. */
const SPAN_MILLISECONDS = 80

/** Large files, so that one that is not written in one go is caught half-written. */
function version(name: string, paths: readonly string[]): Tree {
  return Object.fromEntries(paths.map((path) => [path, `${header}\n${`${name} of ${path}\n`.repeat(2000)}`]))
}

const shared = Array.from({ length: 30 }, (_, index) => `types/schemas/s${index}.ts`)
const old = version('old', [...shared, 'validators/only-old.ts', 'gone/deep/er.ts'])
const next = version('new', [...shared, 'client/only-new.ts', 'server/deep/er.ts'])

async function write(cwd: string, files: Tree): Promise<void> {
  const wanted = Object.entries(files).map(([path, content]) => ({ path, content }))
  await apply(await plan(wanted, await outputFolder('out', cwd), header))
}

/** A program that writes both versions in turn until it is killed; compiled once, as it is started many times. */
function program(cwd: string): string {
  const sources = join(import.meta.dirname, '../../../scripts/src')
  for (const folder of ['', 'write']) {
    mkdirSync(join(cwd, 'program', folder), { recursive: true })
    for (const name of readdirSync(join(sources, folder)).filter((it) => it.endsWith('.ts'))) {
      const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
      const source = readFileSync(join(sources, folder, name), 'utf8')
      const { outputText } = ts.transpileModule(source, { compilerOptions })
      writeFileSync(join(cwd, 'program', folder, name.replace(/\.ts$/, '.js')), outputText)
    }
  }
  writeFileSync(join(cwd, 'program/package.json'), '{ "type": "module" }')
  writeFileSync(join(cwd, 'program/versions.json'), JSON.stringify([old, next]))
  const main = join(cwd, 'program/main.js')
  writeFileSync(
    main,
    `import { readFileSync } from 'node:fs'
    import { apply } from './write/apply.js'
    import { outputFolder } from './write/output-folder.js'
    import { plan } from './write/plan.js'
    const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'))
    process.stdout.write('begins')
    for (let turn = 0; ; turn += 1) {
      const files = Object.entries(versions[turn % 2]).map(([path, content]) => ({ path, content }))
      const folder = await outputFolder('out', ${JSON.stringify(cwd)})
      await apply(await plan(files, folder, ${JSON.stringify(header)}))
    }`,
  )
  return main
}

async function killAtRandom(main: string): Promise<void> {
  const child = spawn(process.execPath, [main], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  await once(child.stdout, 'data')
  await setTimeout(Math.random() * SPAN_MILLISECONDS)
  child.kill('SIGKILL')
  expect(await exit).toEqual([null, 'SIGKILL'])
}

test('a kill at any moment leaves each file wholly old or wholly new, and the next run repairs it', async () => {
  const cwd = temporaryFolder()
  const main = program(cwd)
  const out = join(cwd, 'out')
  await write(cwd, old)
  let interruptions = 0
  for (let kill = 0; kill < KILLS || (interruptions <= KILLS / 4 && kill < MOST_KILLS); kill += 1) {
    await killAtRandom(main)
    const left = readTree(out)
    expect(damaged(left)).toEqual([])
    if (!isDeepStrictEqual(left, old) && !isDeepStrictEqual(left, next)) interruptions += 1
    await write(cwd, old)
    expect(isDeepStrictEqual(readTree(out), old)).toBe(true)
  }
  expect(existsSync(join(out, 'server'))).toBe(false)
  // If hardly a kill met work, they would prove nothing.
  expect(interruptions).toBeGreaterThan(KILLS / 4)
})

/** Files that are neither old nor new, and files of both versions that are missing. */
function damaged(left: Tree): string[] {
  const files = Object.keys(left).filter((path) => !isTemporary(basename(path)))
  const broken = files.filter((path) => left[path] !== old[path] && left[path] !== next[path])
  return [...broken, ...shared.filter((path) => !files.includes(path))]
}
