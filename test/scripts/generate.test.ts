import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  check,
  generate,
  GeneratorError,
  type GenerateOptions,
  type ProgressEvent,
} from '../../scripts/src/index.js'
import { brokenPets, pets } from './pets.js'
import { readTree, temporaryFolder, type Tree, writeTree } from './temporary-folder.js'

const options = { spec: 'api.yaml', formatter: 'none' } as const
const foreign = { 'generated/notes.md': 'mine', 'generated/types/old.ts': 'mine too' }

/** A folder that holds the document and `files`. */
function project(files: Tree = {}): string {
  return temporaryFolder({ 'api.yaml': pets, ...files })
}

/** The problems that `work` fails with. */
async function problemsOf(work: Promise<unknown>): Promise<GeneratorError['diagnostics']> {
  const error: unknown = await work.catch((it: unknown) => it)
  if (!(error instanceof GeneratorError)) throw new Error('it did not fail as it should', { cause: error })
  return error.diagnostics
}

describe('generate', () => {
  test('makes another schema of one for each dynamic scope, which says where it stands', async () => {
    const schemas = {
      Page: {
        $id: 'page',
        type: 'array',
        items: { $dynamicRef: '#item' },
        $defs: { any: { $dynamicAnchor: 'item' } },
      },
      Pets: { $id: 'pets', $ref: 'page', $defs: { pet: { $dynamicAnchor: 'item', type: 'string' } } },
    }
    const info = { title: 'Pets', version: '1' }
    const spec = { openapi: '3.1.0', info, paths: {}, components: { schemas } }
    const { files } = await generate({ ...options, spec, cwd: temporaryFolder(), layers: ['validators'] })
    const copy = files.find(({ path }) => /^validators\/schemas\/page-[\da-f]+\.ts$/.test(path))
    expect(copy?.content).toContain("schemaPath = '#/components/schemas/Page'")
    const itself = files.find(({ path }) => path === 'validators/schemas/page.ts')
    expect(itself?.content).toContain("schemaPath = '#/components/schemas/Page'")
  })

  test('writes what it says that it writes', async () => {
    const cwd = project(foreign)
    const { files, out, diagnostics, inputs } = await generate({ ...options, cwd })
    const contents = Object.fromEntries(files.map(({ path, content }) => [`generated/${path}`, content]))
    expect(readTree(cwd)).toEqual({ 'api.yaml': pets, ...foreign, ...contents })
    expect(Object.keys(contents)).toEqual(
      expect.arrayContaining(['generated/index.ts', 'generated/types/index.ts']),
    )
    expect(new Set(files.map(({ status }) => status))).toEqual(new Set(['created']))
    expect({ out, diagnostics, inputs }).toEqual({
      out: 'generated',
      diagnostics: [],
      inputs: [join(cwd, 'api.yaml')],
    })
  })

  test('is up to date the second time, and gives the same bytes', async () => {
    const cwd = project()
    const first = await generate({ ...options, cwd })
    const second = await generate({ ...options, cwd })
    expect(second.files).toEqual(
      first.files.map((file) => ({ path: file.path, content: file.content, status: 'unchanged' })),
    )
  })

  test('touches what changed, and removes what is generated no longer', async () => {
    const cwd = project()
    await generate({ ...options, cwd })
    writeTree(cwd, { 'api.yaml': pets.replaceAll(/\bPet\b/g, 'Dog') })
    const { files } = await generate({ ...options, cwd, layers: ['types', 'validators'] })
    const statuses = new Map(files.map(({ path, status }) => [path, status]))
    expect(Object.fromEntries(statuses)).toMatchObject({
      'validators/schemas/dog.ts': 'created',
      'validators/schemas/pet.ts': 'removed',
      'types/index.ts': 'changed',
      'client/index.ts': 'removed',
    })
    expect([...statuses.values()]).toContain('unchanged')
    const left = [...statuses].filter(([, status]) => status !== 'removed').map(([path]) => path)
    expect(Object.keys(readTree(join(cwd, 'generated')))).toEqual(left)
  })

  test('changes nothing with `write: false`, and gives the same result', async () => {
    const cwd = project()
    const dry = await generate({ ...options, cwd, write: false })
    expect(readTree(cwd)).toEqual({ 'api.yaml': pets })
    expect(dry.files).toEqual((await generate({ ...options, cwd })).files)
  })

  test('takes a parsed document', async () => {
    const cwd = temporaryFolder()
    const spec = {
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
      components: { schemas: { Pet: { type: 'string' } } },
    }
    const { files, inputs } = await generate({ ...options, cwd, spec, layers: ['types'], out: 'gen/api' })
    expect(Object.keys(readTree(cwd))).toEqual(files.map(({ path }) => `gen/api/${path}`))
    expect(inputs).toEqual([])
  })

  test('formats with the formatter that is asked for, prettier by default', async () => {
    const cwd = project({ '.prettierrc': 'semi: false\nsingleQuote: false' })
    const text = async (more: Partial<GenerateOptions>): Promise<string> => {
      const { files } = await generate({ spec: 'api.yaml', cwd, write: false, ...more })
      return files.find(({ path }) => path === 'index.ts')!.content
    }
    expect(await text({})).toContain('from "./types/index.js"\n')
    expect(await text({ formatter: 'none' })).toContain("from './types/index.js'")
  })

  test('brings along the layers that a layer needs, and says so', async () => {
    const { layers, files } = await generate({ ...options, cwd: project(), layers: ['server'] })
    expect(layers.at(-1)).toEqual({ name: 'server', neededBy: [] })
    expect(layers.slice(0, -1).every(({ neededBy }) => neededBy.length > 0)).toBe(true)
    expect(layers.map(({ name }) => name)).toContain('validators')
    const folders = new Set(files.map(({ path }) => path.split('/')[0]))
    expect(folders).toEqual(new Set(['index.ts', 'runtime', ...layers.map(({ name }) => name)]))
  })

  test('tells of each stage as it begins and ends, and how long it took', async () => {
    const events: ProgressEvent[] = []
    const { timings } = await generate({
      ...options,
      cwd: project(),
      onProgress: (event) => events.push(event),
    })
    const stages = ['load', 'model', 'layers', 'format', 'compare', 'write']
    expect(events.map(({ kind, stage }) => [kind, stage])).toEqual(
      stages.flatMap((stage) => [
        ['begin', stage],
        ['end', stage],
      ]),
    )
    const ends = events.flatMap((event) => (event.kind === 'end' ? [[event.stage, event.milliseconds]] : []))
    expect(Object.entries(timings)).toEqual(ends)
  })

  test('reports every problem of a bad document with its place, and changes nothing', async () => {
    const cwd = project()
    await generate({ ...options, cwd })
    writeTree(cwd, { 'api.yaml': brokenPets })
    const before = readTree(cwd)
    const problems = await problemsOf(generate({ ...options, cwd }))
    expect(readTree(cwd)).toEqual(before)
    expect(problems.map(({ file, line, pointer }) => [file, line, pointer])).toEqual([
      ['api.yaml', 16, expect.stringContaining('/paths/~1pets~1{id}/get/responses/200/content')],
      ['api.yaml', 24, expect.stringContaining('/components/schemas/Pet/properties/id')],
    ])
  })

  test('locates problems that the model finds in the file that holds them', async () => {
    const cwd = project({
      'api.yaml': pets.replace("'#/components/schemas/Pet'", './pet.yaml'),
      'pet.yaml': 'type: object\nproperties:\n  id: { type: string, pattern: "(" }\n',
    })
    const problems = await problemsOf(generate({ ...options, cwd }))
    expect(problems).toEqual([expect.objectContaining({ file: 'pet.yaml', line: 3, severity: 'error' })])
  })

  test.each([true, false])('reports a file in the way with `write: %s`', async (write) => {
    const cwd = project({ 'generated/index.ts': 'mine' })
    const [problem] = await problemsOf(generate({ ...options, cwd, write }))
    expect(problem).toMatchObject({ file: 'generated/index.ts', severity: 'error' })
    expect(Object.keys(readTree(cwd))).toEqual(['api.yaml', 'generated/index.ts'])
  })

  test('reports every option that is not as it must be', async () => {
    const bad = JSON.parse('{ "spec": 3, "out": "", "layers": [], "formatter": "x", "refs": [1] }')
    expect((await problemsOf(generate(bad))).map(({ message }) => message)).toEqual([
      '`spec` must be a path, but is 3',
      "`out` must be a path, but is ''",
      '`layers` must not be empty',
      "`formatter` must be one of prettier, oxfmt, none, but is 'x'",
      'each of `refs` must be a path, but is 1',
    ])
  })

  test('reads further folders only if `refs` names them', async () => {
    const cwd = temporaryFolder({
      'api/api.yaml': pets.replace("'#/components/schemas/Pet'", '../shared/pet.yaml'),
      'shared/pet.yaml': 'type: string\n',
    })
    const run = { ...options, cwd, spec: 'api/api.yaml', write: false }
    expect(await problemsOf(generate(run))).toHaveLength(1)
    const { inputs } = await generate({ ...run, refs: ['shared'] })
    expect(inputs).toEqual(['api/api.yaml', 'shared/pet.yaml'].map((path) => join(cwd, path)))
  })
})

describe('check', () => {
  test('finds no drift after generate', async () => {
    const cwd = project()
    await generate({ ...options, cwd })
    expect(await check({ ...options, cwd })).toMatchObject({ upToDate: true, drift: [], out: 'generated' })
  })

  test('lists what differs, and writes nothing', async () => {
    const cwd = project()
    await generate({ ...options, cwd })
    const { 'generated/index.ts': index = '', ...tree } = readTree(cwd)
    writeTree(cwd, { 'generated/index.ts': index.replace('types', 'tipes'), 'generated/notes.md': 'mine' })
    const result = await check({ ...options, cwd })
    expect(result.upToDate).toBe(false)
    expect(result.drift).toEqual([
      { path: 'index.ts', kind: 'stale', diff: expect.stringMatching(/^-.*tipes.*\n\+.*types/m) },
      { path: 'notes.md', kind: 'foreign' },
    ])
    expect(Object.keys(result.timings)).toEqual(['load', 'model', 'layers', 'format', 'compare'])
    expect(readTree(cwd)).toMatchObject({ ...tree, 'generated/notes.md': 'mine' })
  })

  test('reports a bad document', async () => {
    expect(await problemsOf(check({ ...options, cwd: project({ 'api.yaml': brokenPets }) }))).toHaveLength(2)
  })
})
