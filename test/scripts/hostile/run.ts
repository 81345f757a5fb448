import { execFile } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import type { GeneratedFile } from '../../../scripts/src/index.js'
import { temporaryFolder, writeTree } from '../temporary-folder.js'

/** How often the trap was sprung, and the modules that could not be imported. */
export interface Outcome {
  readonly sprung: number
  readonly failed: readonly string[]
}

/** Imports every module of every output in a process of its own, and calls whatever they export. */
export async function importAll(outputs: readonly (readonly GeneratedFile[])[]): Promise<Outcome> {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', 'main.js': main })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  // Most of what is made for one document is made for the next one too.
  const transpiled = new Map<string, string>()
  const transpile = (content: string): string => {
    const known = transpiled.get(content) ?? ts.transpile(content, OPTIONS)
    transpiled.set(content, known)
    return known
  }
  const modules = outputs.flatMap((files, index) =>
    files.map(
      ({ path, content }) => [`${index}/${path.replace(/\.ts$/, '.js')}`, transpile(content)] as const,
    ),
  )
  writeTree(folder, Object.fromEntries(modules))
  const names = modules.map(([path]) => path).filter((path) => !path.includes('/runtime/'))
  writeTree(folder, { 'modules.json': JSON.stringify(names) })
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.js')], {
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(stdout)
}

const OPTIONS = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }

const main = `
import { readFileSync } from 'node:fs'
let sprung = 0
globalThis.pwned = () => { sprung += 1 }
globalThis.fetch = () => Promise.reject(new Error('no network'))
const failed = []
const pending = []
for (const name of JSON.parse(readFileSync(new URL('modules.json', import.meta.url), 'utf8'))) {
  try {
    const module = await import('./' + name)
    for (const exported of Object.values(module)) {
      if (typeof exported !== 'function') continue
      for (const input of [undefined, {}, 'pwned', { __proto__: null }]) {
        // Most exports refuse such input by an error; all that matters is whether the trap is sprung.
        try { pending.push(Promise.resolve(exported(input, input)).catch(() => undefined)) } catch {}
      }
    }
  } catch (error) { failed.push(name + ': ' + error) }
}
await Promise.all(pending)
console.log(JSON.stringify({ sprung, failed }))
`
