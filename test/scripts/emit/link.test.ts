import { describe, expect, it } from 'vitest'
import {
  code,
  identifier,
  imported,
  importedType,
  linkModules,
  type Module,
} from '../../../scripts/src/emit/index.js'

const HEADER = '// Linked.'

/** A module of a function for each name, which returns an expression. */
function functions(path: string, bodies: Readonly<Record<string, ReturnType<typeof code>>>): Module {
  return {
    path,
    declarations: Object.entries(bodies).map(([name, body]) => ({
      kind: 'function',
      name,
      visibility: 'internal',
      parameters: [],
      returns: code`unknown`,
      body: code`return ${body}`,
    })),
  }
}

/** What is linked for `isA` of `validators/a.ts`, without the header, on one line per statement. */
function link(modules: readonly Module[], runtime: Readonly<Record<string, string>> = {}): string {
  const linked = linkModules({
    modules,
    exports: [{ from: 'validators/a.ts', name: 'isA' }],
    header: HEADER,
    readRuntime: (path) => {
      if (runtime[path] === undefined) throw new Error(`There is no ${path}`)
      return runtime[path]
    },
  })
  expect(linked.startsWith(`${HEADER}\n\n`)).toBe(true)
  return linked.slice(HEADER.length).trim()
}

describe('linkModules', () => {
  it('puts what is needed into one module, after what it needs, and exports what was asked for', () => {
    const a = functions('validators/a.ts', {
      isA: code`${imported('validators/b.ts', 'isB')}()`,
      unused: code`1`,
    })
    const b = functions('validators/b.ts', { isB: code`true`, alsoUnused: code`2` })
    expect(link([a, b])).toBe(
      'function isB(): unknown {\n  return true\n}\n\nexport function isA(): unknown {\n  return isB()\n}',
    )
  })

  it('links modules that need one another', () => {
    const a = functions('validators/a.ts', { isA: code`${imported('validators/b.ts', 'isB')}` })
    const b = functions('validators/b.ts', { isB: code`${imported('validators/a.ts', 'isA')}` })
    expect(link([a, b])).toBe(
      'function isB(): unknown {\n  return isA\n}\n\nexport function isA(): unknown {\n  return isB\n}',
    )
  })

  it('brings shipped files with all that they need, types too, and their comments', () => {
    const a = functions('validators/a.ts', {
      isA: code`${imported('runtime/x.ts', 'show')}({} as ${importedType('runtime/y.ts', 'Place')})`,
    })
    const linked = link([a], {
      'runtime/x.ts': `import { type Place, limit } from './y.js'\n\n/** Shows. */\nexport function show(place: Place): number {\n  return limit\n}\n\nexport class Unused {}\n`,
      'runtime/y.ts': `/** A place. */\nexport interface Place {\n  readonly limit: number\n}\nexport const limit = 1\n`,
    })
    expect(linked).toBe(
      [
        '/** A place. */\ninterface Place {\n  readonly limit: number\n}\nconst limit = 1',
        '/** Shows. */\nfunction show(place: Place): number {\n  return limit\n}',
        'export function isA(): unknown {\n  return show({} as Place)\n}',
      ].join('\n\n'),
    )
  })

  it('renames what clashes, everywhere but where it is the name of a property', () => {
    const a = functions('validators/a.ts', {
      isA: code`${imported('runtime/x.ts', 'show')}(${imported('runtime/w.ts', 'limit')})`,
    })
    const linked = link([a], {
      'runtime/x.ts': `const limit = 2\ninterface Limits { limit: number; of(limit: number): void }\nexport function show(other: number): Limits {\n  const { limit: inner, ...rest } = { limit }\n  return { limit, of: (limit) => { [inner, rest.limit, limit] }, ['x']: other } as Limits\n}\n`,
      'runtime/w.ts': 'export const limit = 1\n',
    })
    expect(linked).toBe(
      [
        'const limit = 1\n',
        'const limit_ = 2',
        'interface Limits { limit: number; of(limit_: number): void }',
        "function show(other: number): Limits {\n  const { limit: inner, ...rest } = { limit: limit_ }\n  return { limit: limit_, of: (limit_) => { [inner, rest.limit, limit_] }, ['x']: other } as Limits\n}",
        '\nexport function isA(): unknown {\n  return show(limit)\n}',
      ].join('\n'),
    )
  })

  it('gives names of the platform to nothing, and a wanted export its own name', () => {
    const a = functions('validators/a.ts', {
      isA: code`[${imported('runtime/x.ts', 'isA')}, ${imported('runtime/y.ts', 'Map')}]`,
    })
    const linked = link([a], {
      'runtime/x.ts': 'export function isA(): boolean {\n  return isA()\n}\n',
      'runtime/y.ts': 'export const Map = 1\n',
    })
    expect(linked).toBe(
      [
        'function isA_(): boolean {\n  return isA_()\n}',
        'const Map_ = 1',
        'export function isA(): unknown {\n  return [isA_, Map_]\n}',
      ].join('\n\n'),
    )
  })

  it('lets no variable hide what a file knows by another name', () => {
    const a = functions('validators/a.ts', {
      isA: code`[${imported('runtime/x.ts', 'f')}, ${imported('runtime/y.ts', 'g')}]`,
    })
    const linked = link([a], {
      'runtime/x.ts': "import { g as h } from './y.js'\nexport function f(g: number) {\n  return h + g\n}\n",
      'runtime/y.ts': 'export const g = 1\n',
    })
    expect(linked).toContain('const g_ = 1')
    expect(linked).toContain('function f(g: number) {\n  return g_ + g\n}')
    expect(linked).toContain('return [f, g_]')
  })

  it('binds what is destructured under a name that it must not have', () => {
    const a = functions('validators/a.ts', {
      isA: code`${imported('runtime/x.ts', 'f')}(${imported('runtime/w.ts', 'x')})`,
    })
    const linked = link([a], {
      'runtime/x.ts': 'const x = 2\nexport function f({ x }: { x: number }, [y] = [x]) {\n  return y\n}\n',
      'runtime/w.ts': 'export const x = 1\n',
    })
    expect(linked).toContain('function f({ x: x_ }: { x: number }, [y] = [x_]) {')
  })

  it('imports what is of packages, each once', () => {
    const a = functions('validators/a.ts', {
      isA: code`[${imported('runtime/x.ts', 'f')}, ${imported('runtime/y.ts', 'h')}]`,
    })
    const linked = link([a], {
      'runtime/x.ts':
        "import { g, type T } from 'package'\nimport other from 'the-other'\nexport const f = g(other) as T\n",
      'runtime/y.ts': "import { g as k, unused } from 'package'\nconst g = 1\nexport const h = k(g)\n",
    })
    expect(linked).toBe(
      [
        "import theOther from 'the-other'\nimport type { T } from 'package'\nimport { g } from 'package'",
        'const f = g(theOther) as T',
        'const g_ = 1\nconst h = g(g_)',
        'export function isA(): unknown {\n  return [f, h]\n}',
      ].join('\n\n'),
    )
  })

  it.each([
    ['console.log(1)\nexport const f = 1\n', 'runtime/x.ts does more than declare: console.log(1)'],
    [
      "import * as all from './y.js'\nexport const f = all\n",
      'runtime/x.ts imports runtime/y.ts as a namespace',
    ],
    ['export const g = 1\n', 'runtime/x.ts does not declare f'],
  ])('refuses %j', (content, message) => {
    const a = functions('validators/a.ts', { isA: code`${imported('runtime/x.ts', 'f')}` })
    expect(() => link([a], { 'runtime/x.ts': content, 'runtime/y.ts': '' })).toThrow(message)
  })

  it('keeps to what was asked for where constants and types are wanted', () => {
    const module: Module = {
      path: 'types/a.ts',
      declarations: [
        { kind: 'type', name: 'A', visibility: 'public', type: code`B` },
        { kind: 'type', name: 'B', visibility: 'private', type: code`string` },
        { kind: 'constant', name: 'c', visibility: 'public', value: identifier('d') },
        { kind: 'constant', name: 'd', visibility: 'private', value: code`1` },
      ],
    }
    const exports = [
      { from: 'types/a.ts', name: 'A' },
      { from: 'types/a.ts', name: 'c' },
    ]
    const linked = linkModules({ modules: [module], exports, header: HEADER, readRuntime: () => '' })
    expect(linked).toBe(
      `${HEADER}\n\nexport type A = B\n\ntype B = string\n\nexport const c = d\n\nconst d = 1\n`,
    )
  })
})
