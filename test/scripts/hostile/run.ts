import { execFile } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { GeneratedFile } from '../../../scripts/src/index.js'
import { temporaryFolder, writeTree } from '../temporary-folder.js'
import { transpileTree } from '../transpile.js'

/** How often the trap was sprung, and the modules that could not be imported. */
export interface Outcome {
  readonly sprung: number
  readonly failed: readonly string[]
}

/** Imports every module of every output in a process of its own, and calls whatever they export. */
export async function importAll(outputs: readonly (readonly GeneratedFile[])[]): Promise<Outcome> {
  const folder = temporaryFolder({ 'package.json': '{ "type": "module" }', 'main.js': main })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const own = outputs.flatMap((files, index) =>
    files
      .filter((file) => !isShipped(file))
      .map(({ path, content }) => [`${index}/${path}`, content] as const),
  )
  const modules = transpileTree([...own, ...shipped(outputs)])
  writeTree(folder, modules)
  // Nearly all that an output consists of is what ships inside each: linked, it is written and loaded once.
  for (const index of outputs.keys()) symlinkSync(join(folder, 'runtime'), join(folder, `${index}/runtime`))
  const names = Object.keys(modules).filter((path) => !path.startsWith('runtime/'))
  writeTree(folder, { 'modules.json': JSON.stringify(names) })
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.js')], {
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(stdout)
}

/** Whether a file ships inside the output as it is, whatever the document says. */
export function isShipped({ path }: GeneratedFile): boolean {
  return path.startsWith('runtime/')
}

/** What ships inside any of the outputs. */
function shipped(outputs: readonly (readonly GeneratedFile[])[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { path, content } of outputs.flat().filter(isShipped)) {
    const known = found.get(path) ?? content
    if (known !== content) throw new Error(`${path} is not the same in every output`)
    found.set(path, content)
  }
  return found
}

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
