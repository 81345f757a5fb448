import { describe, expect, it } from 'vitest'
import { cycles, type Import, importsBelow } from './imports.js'

const scripts = importsBelow('scripts/src')
const generated = importsBelow('generated')
const facade = importsBelow('src')

const STAGES = ['load', 'model', 'layers', 'emit', 'format', 'write']

/** The stage that a file belongs to. */
function stageOf(path: string): string | undefined {
  return STAGES.find((stage) => path.startsWith(`scripts/src/${stage}/`))
}

function layerOf(path: string): string | undefined {
  return /^scripts\/src\/layers\/(\w+)\//.exec(path)?.[1]
}

function shown(imports: readonly Import[]): string[] {
  return imports.map(({ from, to }) => `${from} imports ${to}`)
}

describe('imports', () => {
  it('are found at all', () => {
    for (const imports of [scripts, generated, facade]) expect(imports.length).toBeGreaterThan(20)
  })

  it('of a stage name no other stage, but that layers print a model with emit', () => {
    const strangers = scripts.filter(({ from, to }) => {
      const [own, other] = [stageOf(from), stageOf(to)]
      if (own === undefined || other === undefined || own === other) return false
      return !(own === 'layers' && (other === 'emit' || to === 'scripts/src/model/types.ts'))
    })
    expect(shown(strangers)).toEqual([])
  })

  it('of a layer name no other layer', () => {
    const strangers = scripts.filter(({ from, to }) => {
      const [own, other] = [layerOf(from), layerOf(to)]
      return own !== undefined && other !== undefined && own !== other
    })
    expect(shown(strangers)).toEqual([])
  })

  it('of model, emit and layers touch no disk', () => {
    const pure = scripts.filter(({ from }) => ['model', 'emit', 'layers'].includes(stageOf(from) ?? ''))
    expect(shown(pure.filter(({ to }) => /^node:(?:fs|child_process|net|http)/.test(to)))).toEqual([])
  })

  it('of shipped source files stay among them, but for openapi-fetch', () => {
    const shipped = scripts.filter(({ from }) => from.startsWith('scripts/src/runtime/'))
    const strangers = shipped.filter(
      ({ to }) => !to.startsWith('scripts/src/runtime/') && to !== 'openapi-fetch',
    )
    expect(shown(strangers)).toEqual([])
  })

  it('of generated files stay among them, but for openapi-fetch', () => {
    const strangers = generated.filter(({ to }) => !to.startsWith('generated/') && to !== 'openapi-fetch')
    expect(shown(strangers)).toEqual([])
  })

  it('of the facade name generated files and itself; only the emulator and what is for Node need more', () => {
    const strangers = facade.filter(({ from, to }) => {
      if (to.startsWith('src/') || to.startsWith('generated/')) return false
      if (from.startsWith('src/node/') && (to.startsWith('node:') || to === 'pako')) return false
      return !from.startsWith('src/emulator/')
    })
    expect(shown(strangers)).toEqual([])
  })

  it('make no cycles', () => {
    expect(cycles([...scripts, ...generated, ...facade])).toEqual([])
  })
})
