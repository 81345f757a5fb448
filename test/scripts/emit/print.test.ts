import { describe, expect, it } from 'vitest'
import {
  binding,
  code,
  type Declaration,
  HEADER,
  imported,
  importedType,
  local,
  type Module,
  printModules,
} from '../../../scripts/src/emit/index.js'

const noRuntime = (path: string): never => {
  throw new Error(`${path} is not needed`)
}

function print(
  modules: readonly Module[],
  readRuntime: (path: string) => string = noRuntime,
): Record<string, string> {
  return Object.fromEntries(printModules(modules, readRuntime).map(({ path, content }) => [path, content]))
}

function functionOf(name: string, body: ReturnType<typeof code>): Declaration {
  return {
    kind: 'function',
    name,
    visibility: 'public',
    parameters: [{ name: 'value', type: code`unknown` }],
    returns: code`boolean`,
    body,
  }
}

describe('printModules', () => {
  it('imports what the code refers to, types as types', () => {
    const body = code`return ${imported('runtime/a.ts', 'isA')}(value as ${importedType('types/schemas.ts', 'Agent')})`
    const files = print(
      [{ path: 'validators/schemas/x.ts', declarations: [functionOf('isX', body)] }],
      () => '// A\n',
    )
    expect(files['validators/schemas/x.ts']).toContain("import { isA } from '../../runtime/a.js'\n")
    expect(files['validators/schemas/x.ts']).toContain(
      "import type { Agent } from '../../types/schemas.js'\n",
    )
    expect(files['validators/schemas/x.ts']).toContain('return isA(value as Agent)')
  })

  it('renames an import that the module declares or the platform has', () => {
    const body = code`return [${imported('validators/b.ts', 'isX')}, ${importedType('types/schemas.ts', 'Promise')}]`
    const files = print([{ path: 'validators/schemas/x.ts', declarations: [functionOf('isX', body)] }])
    expect(files['validators/schemas/x.ts']).toContain("import { isX as isXFromValidators } from '../b.js'")
    expect(files['validators/schemas/x.ts']).toContain('import type { Promise as PromiseFromTypes }')
    expect(files['validators/schemas/x.ts']).toContain('return [isXFromValidators, PromiseFromTypes]')
  })

  it('renames a variable where an import, a parameter or a reserved word has its name', () => {
    const body = code`
      const { ${binding('isA', 'isA')}, ${binding('value', 'value')}, ${binding('new', 'new')}, ${binding('a-b', 'aB')} } = value
      return ${imported('runtime/a.ts', 'isA')}(${local('isA')}, ${local('value')}, ${local('new')}, ${local('aB')})
    `
    const files = print(
      [{ path: 'validators/schemas/x.ts', declarations: [functionOf('isX', body)] }],
      () => '',
    )
    expect(files['validators/schemas/x.ts']).toContain(
      "const { isA: isAValue, value: valueValue, new: newValue, 'a-b': aB } = value",
    )
    expect(files['validators/schemas/x.ts']).toContain('return isA(isAValue, valueValue, newValue, aB)')
  })

  it('writes an index for each layer and one above', () => {
    const files = print([
      {
        path: 'types/a.ts',
        declarations: [{ kind: 'type', name: 'A', visibility: 'public', type: code`string` }],
      },
      {
        path: 'builders/b.ts',
        declarations: [
          functionOf('b', code`return true`),
          { ...functionOf('c', code`return true`), visibility: 'internal' } as Declaration,
        ],
      },
    ])
    expect(files['index.ts']).toBe(
      `${HEADER}\n\nexport * as types from './types/index.js'\nexport * as builders from './builders/index.js'\n`,
    )
    expect(files['types/index.ts']).toBe(`${HEADER}\n\nexport type { A } from './a.js'\n`)
    expect(files['builders/index.ts']).toBe(`${HEADER}\n\nexport { b } from './b.js'\n`)
  })

  it('copies the shipped files that are used, and those that they use', () => {
    const sources: Record<string, string> = {
      'runtime/a.ts': "import { b } from './deep/b.js'\n",
      'runtime/deep/b.ts': "export * from '../c.js'\n",
      'runtime/c.ts': 'export const c = 1\n',
    }
    const body = code`return ${imported('runtime/a.ts', 'a')}`
    const files = print(
      [{ path: 'client/x.ts', declarations: [functionOf('x', body)] }],
      (path) => sources[path]!,
    )
    expect(Object.keys(files)).toEqual([
      'client/index.ts',
      'client/x.ts',
      'index.ts',
      'runtime/a.ts',
      'runtime/c.ts',
      'runtime/deep/b.ts',
    ])
    expect(files['runtime/c.ts']).toBe(`${HEADER}\nexport const c = 1\n`)
  })

  it('prints each module before it asks for the next, so that they need not all be in memory', () => {
    const events: string[] = []
    function* modules(): Generator<Module> {
      for (const name of ['A', 'B']) {
        events.push(`makes ${name}`)
        const declarations: Declaration[] = [{ kind: 'type', name, visibility: 'public', type: code`string` }]
        yield {
          path: `types/${name.toLowerCase()}.ts`,
          get declarations() {
            events.push(`prints ${name}`)
            return declarations
          },
        }
      }
    }
    printModules(modules(), noRuntime)
    expect([...new Set(events)]).toEqual(['makes A', 'prints A', 'makes B', 'prints B'])
  })

  it('keeps re-exports that follow one another together, below an empty line', () => {
    const names = [{ name: 'b', typeOnly: false }]
    const files = print(
      [
        {
          path: 'client/x.ts',
          declarations: [
            functionOf('isX', code`return true`),
            { kind: 're-export', visibility: 'internal', from: 'runtime/a.ts', names },
            {
              kind: 're-export',
              visibility: 'internal',
              from: 'runtime/b.ts',
              names: [{ name: 'c', of: 'd', typeOnly: true }],
            },
          ],
        },
      ],
      () => '',
    )
    expect(files['client/x.ts']).toBe(
      `${HEADER}\n\nexport function isX(value: unknown): boolean {\n  return true\n}\n\nexport { b } from '../runtime/a.js'\nexport type { d as c } from '../runtime/b.js'\n`,
    )
  })

  it('refuses two modules of a layer that export the same name', () => {
    const type = { kind: 'type', name: 'A', visibility: 'public', type: code`string` } as const
    expect(() =>
      print([
        { path: 'types/a.ts', declarations: [type] },
        { path: 'types/b.ts', declarations: [type] },
      ]),
    ).toThrow('Both types/a.ts and types/b.ts export A')
  })
})
