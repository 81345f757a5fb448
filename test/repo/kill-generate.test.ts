import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compiledCli } from '../scripts/compiled-cli.js'
import { readTree, temporaryFolder, type Tree } from '../scripts/temporary-folder.js'

const KILLS = 50

/** A document of many schemas, each of which has a property of the name that tells two versions of it apart. */
function documentOf(property: string): string {
  const schemas = Array.from({ length: 8 }, (_, index) => [
    `Schema${index}`,
    { type: 'object', required: [property], properties: { [property]: { type: 'string' } } },
  ])
  const document = {
    openapi: '3.1.0',
    info: { title: 'Versions', version: '1' },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  }
  return JSON.stringify(document)
}

/** Runs `strata generate` in a folder, and kills it after `milliseconds` if that is given; gives how long it ran. */
async function generate(cli: string, folder: string, spec: string, milliseconds?: number): Promise<number> {
  const args = [cli, 'generate', '--spec', join(folder, spec), '--out', join(folder, 'out')]
  const start = performance.now()
  const child = spawn(process.execPath, [...args, '--formatter', 'none', '--quiet'], { stdio: 'ignore' })
  const timer = milliseconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), milliseconds)
  await once(child, 'exit')
  clearTimeout(timer)
  return performance.now() - start
}

/** The paths whose content differs from `wanted`, among those that have another content in `other`. */
function differing(found: Tree, wanted: Tree, other: Tree): string[] {
  return Object.keys(wanted).filter((path) => wanted[path] !== other[path] && found[path] !== wanted[path])
}

it(
  `is killed at ${KILLS} random moments and leaves every file wholly old or wholly new, which the next run repairs`,
  { timeout: 400_000 },
  async () => {
    const folder = temporaryFolder({ 'a.json': documentOf('before'), 'b.json': documentOf('after') })
    const cli = compiledCli(folder)
    const output = () => readTree(join(folder, 'out'))
    await generate(cli, folder, 'a.json')
    const a = output()
    const duration = await generate(cli, folder, 'b.json')
    const b = output()
    expect(differing(a, b, a).length).toBeGreaterThan(15)

    const outcomes = { old: 0, new: 0 }
    for (let kill = 0; kill < KILLS; kill += 1) {
      // The documents take turns, so that there is always something to change. The last quarter of a run is where files are
      // written, so half of the kills fall there; some runs are slower or faster, and so the span goes beyond the end.
      const [spec, wanted, other] = kill % 2 === 0 ? (['a.json', a, b] as const) : (['b.json', b, a] as const)
      const from = kill % 4 < 2 ? 0 : 0.75 * duration
      // oxlint-disable-next-line no-await-in-loop -- one run after the other is what is tested
      await generate(cli, folder, spec, from + Math.random() * (1.1 * duration - from))
      const found = output()
      for (const [path, content] of Object.entries(found)) {
        if (!path.includes('.strata-')) expect([a[path], b[path]], path).toContain(content)
      }
      outcomes[differing(found, wanted, other).length > 0 ? 'old' : 'new'] += 1
      // oxlint-disable-next-line no-await-in-loop -- as above
      await generate(cli, folder, spec)
      expect(output()).toEqual(wanted)
    }
    // Kills must have come before the files were written, and after.
    expect(Math.min(outcomes.old, outcomes.new)).toBeGreaterThan(0)
  },
)
