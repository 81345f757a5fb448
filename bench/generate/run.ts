/* oxlint-disable no-await-in-loop -- one measurement comes after the other */
/** What it takes to generate from a large document, and to check what was generated, beside the peers; see ../README.md. */
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { temporaryFolder } from '../temporary.js'
import { compile } from './compile.js'
import { type Contestant, contestants } from './contestants.js'
import { runMeasured } from './measured-process.js'

const github = fileURLToPath(
  new URL('../node_modules/@octokit/openapi/generated/api.github.com.json', import.meta.url),
)

const { values: flags, positionals } = readFlags()
const document = resolve(positionals[0] ?? github)
const chosen = contestants.filter(({ name }) => !flags.skip.includes(name))

console.log(`${document}\n`)
console.log(['', 'user CPU', 'memory', 'output', 'tsc CPU', 'instantiations', 'errors'].map(cell).join(''))
for (const contestant of chosen) console.log(await lineOf(contestant))

function readFlags() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        skip: { type: 'string', multiple: true, default: [] },
        generate: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: [DOCUMENT] [--skip NAME] [--generate]`) // all that parseArgs throws
    process.exit(2)
  }
}

async function lineOf({ name, script, args, packages }: Contestant): Promise<string> {
  const project = temporaryFolder(new Map())
  const out = join(project, 'out')
  mkdirSync(out)
  const generated = await runMeasured(script, args(document, out), project)
  if (generated.code !== 0)
    return `${cell(name, 0)}  ended with ${generated.code}: ${generated.output.slice(0, 500)}`
  const costs = [
    seconds(generated.cpu),
    `${Math.round(generated.memory)} MB`,
    `${(sizeOf(out) / 1e6).toFixed(1)} MB`,
  ]
  if (flags.generate) return [name, ...costs].map(cell).join('')
  const checked = await compile(project, packages)
  const checks = [seconds(checked.cpu), String(checked.instantiations), String(checked.errors)]
  return [name, ...costs, ...checks].map(cell).join('')
}

function cell(text: string, index: number): string {
  return index === 0 ? text.padEnd(24) : text.padStart(16)
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`
}

function sizeOf(folder: string): number {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sizes = paths.filter((path) => path.endsWith('.ts')).map((path) => statSync(join(folder, path)).size)
  return sizes.reduce((sum, size) => sum + size, 0)
}
