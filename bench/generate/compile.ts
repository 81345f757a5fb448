import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Measured, runMeasured } from './measured-process.js'

/** What checking an output took. */
export interface Compiled extends Measured {
  readonly instantiations: number
  readonly errors: number
}

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))

/** Lets `tsc --strict` check the folder `out` in `project`; what it imports is in `packages`. */
export async function compile(project: string, packages: string): Promise<Compiled> {
  symlinkSync(packages, join(project, 'node_modules'))
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    types: [],
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['out'] }))
  const measured = await runMeasured(tsc, ['-p', '.', '--extendedDiagnostics'], project)
  const [, instantiations = 'NaN'] = /^Instantiations: +(\d+)/m.exec(measured.output) ?? []
  const errors = measured.output.match(/error TS\d+/g)?.length ?? 0
  return { ...measured, instantiations: Number(instantiations), errors }
}
