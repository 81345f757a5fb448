import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { validateCreateAgentRequest } from '../../generated/validators/index.js'
import { badRequests } from './bad-requests.js'
import { create, start } from './emulator/emulation.js'

const rows = Object.entries(badRequests)

describe('the validator', () => {
  it.each(rows)('finds %s', (_, { request, issues }) => {
    const found = validateCreateAgentRequest(request).issues ?? []
    expect(found.map(({ pointer }) => pointer)).toEqual(issues)
  })
})

describe('the emulator', () => {
  it.each(rows)('refuses %s', async (_, { request, answer }) => {
    const emulator = await start()
    const { status, body } = await create(emulator, request)
    const { error, code } = answer ?? { error: 'Invalid parameters', code: 'GENERIC_BAD_REQUEST' }
    expect({ status, body }).toMatchObject({ status: answer?.status ?? 400, body: { error, code } })
    expect(emulator.state.agents.size).toBe(0)
  })
})

describe('TypeScript', () => {
  // A value that is nested too deeply to be written down is left to the others.
  const written = rows.filter(([name]) => !name.startsWith('deep nesting'))
  const lines = written.map(
    ([, { request }], index) => `export const r${index}: CreateAgentRequest = ${JSON.stringify(request)}`,
  )
  const refused = refusedLines(
    ["import type { CreateAgentRequest } from './generated/types/index.js'", ...lines].join('\n'),
  )

  it.each(written.map(([name, row], index) => [name, row, index + 1] as const))(
    'sees %s, if it can',
    (_, row, line) => {
      expect(refused.has(line)).toBe(row.compiles !== true)
    },
  )
})

/** The lines, from 0, that the compiler has something to say about, when they stand beside `generated/`. */
function refusedLines(text: string): Set<number> {
  const path = join(process.cwd(), 'bad-requests.generated.ts')
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.base.json', ts.sys.readFile).config,
    ts.sys,
    '.',
  )
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = (name) => name === path || fileExists(name)
  host.getSourceFile = (name, ...rest) =>
    name === path ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext) : getSourceFile(name, ...rest)
  const program = ts.createProgram([path], { ...options, noEmit: true, types: [] }, host)
  const file = program.getSourceFile(path)!
  const starts = ts.getPreEmitDiagnostics(program, file).map((diagnostic) => diagnostic.start ?? 0)
  return new Set(starts.map((position) => file.getLineAndCharacterOfPosition(position).line))
}
