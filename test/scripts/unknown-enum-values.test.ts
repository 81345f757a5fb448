/** The option over a real socket: what a client gets, and what validators and the server layer say of it. */
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { generate } from '../../scripts/src/index.js'
import type { JsonObject } from '../../scripts/src/json.js'
import type { AnyClientLayer, AnyFunction } from './layers/client/emitted.js'
import type { Validator } from './layers/import-validators.js'
import type { AnyServer } from './layers/server/emitted.js'
import { typeErrors } from './layers/types/compile.js'
import { json, listen } from './runtime/client/loopback.js'
import { writeTree } from './temporary-folder.js'

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })
const content = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } })

const document: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Jobs', version: '1' },
  paths: {
    '/jobs': {
      post: {
        operationId: 'createJob',
        requestBody: { required: true, ...content(ref('Job')) },
        responses: {
          201: {
            description: 'Made.',
            headers: { 'X-Mode': { required: true, schema: { type: 'string', enum: ['fast', 'slow'] } } },
            ...content(ref('Job')),
          },
          default: { description: 'Not made.', ...content(ref('Failure')) },
        },
      },
    },
  },
  components: {
    schemas: {
      State: { type: 'string', enum: ['queued', 'done'] },
      Job: {
        type: 'object',
        required: ['state', 'steps'],
        properties: {
          state: ref('State'),
          priority: { type: 'integer', nullable: true, enum: [1, 2, null] },
          steps: { type: 'array', items: ref('Step') },
          target: { oneOf: [ref('State'), ref('Size')] },
        },
      },
      Size: { type: 'string', enum: ['big', 'small'] },
      Step: { oneOf: [ref('Build'), ref('Test')], discriminator: { propertyName: 'kind' } },
      Build: {
        type: 'object',
        required: ['kind', 'state'],
        properties: { kind: { type: 'string', enum: ['Build', 'build'] }, state: ref('State') },
      },
      Test: {
        type: 'object',
        required: ['kind'],
        properties: { kind: { type: 'string', enum: ['Test', 'test'] }, count: { type: 'integer' } },
      },
      Failure: {
        type: 'object',
        required: ['code'],
        properties: { code: { type: 'string', enum: ['full', 'closed'] } },
      },
    },
  },
}

interface Layers {
  readonly client: AnyClientLayer & { readonly createJob: AnyFunction }
  readonly validators: Readonly<Record<string, Validator['is']>>
  readonly server: AnyServer
}

const made = async (unknownEnumValues: 'refuse' | 'tolerate') => {
  const { files } = await generate({ spec: document, unknownEnumValues, formatter: 'none', write: false })
  return files.filter(({ status }) => status !== 'removed')
}

async function importLayers(unknownEnumValues: 'refuse' | 'tolerate'): Promise<Layers> {
  const scripts = (await made(unknownEnumValues)).map(({ path, content: text }) => [
    path.replace(/\.ts$/, '.js'),
    ts.transpile(text, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }),
  ])
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'strata-test-')))
  try {
    writeTree(folder, { ...Object.fromEntries(scripts), 'package.json': '{ "type": "module" }' })
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    return await import(pathToFileURL(join(folder, 'index.js')).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const layers = { refuse: await importLayers('refuse'), tolerate: await importLayers('tolerate') }

const known = { state: 'queued', priority: 1, steps: [{ kind: 'Build', state: 'done' }, { kind: 'test' }] }
const unknown = { state: 'paused', priority: 3, steps: [{ kind: 'build', state: 'paused' }], target: 'huge' }
const ofUnknownKind = { state: 'queued', steps: [{ kind: 'deploy', state: 'done' }] }

describe('where unknown values are tolerated', () => {
  it('a client takes them from the wire, and the validators of responses take them, too', async () => {
    const { client, validators } = layers.tolerate
    await using server = await listen((response, request) => {
      response.setHeader('X-Mode', 'odd')
      return json(201, unknown)(response, request)
    })
    const api = client.createClient({ baseUrl: server.url })
    const result = await client.createJob(api, { body: known })
    expect(result).toMatchObject({ ok: true, data: unknown, headers: { 'X-Mode': 'odd' } })
    expect(validators['isCreateJobResponse']!(unknown)).toBe(true)
    expect(validators['isJobInResponse']!(unknown)).toBe(true)
    expect(validators['isFailureInResponse']!({ code: 'odd' })).toBe(true)
  })

  it('they are refused in requests', async () => {
    const { validators, server } = layers.tolerate
    expect(validators['isCreateJobBody']!(unknown)).toBe(false)
    expect(validators['isJob']!(unknown)).toBe(false)
    const handle = server.createHandler({ createJob: () => ({ status: 201, body: known }) })
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(unknown),
    }
    expect((await handle(new Request('http://localhost/jobs', init))).status).toBe(400)
  })

  it.each<readonly [value: object, isValid: boolean]>([
    [known, true],
    // Both alternatives of the target take it.
    [{ ...known, target: 'done' }, true],
    [{ ...unknown, priority: null }, true],
    [{ ...unknown, priority: 1.5 }, false],
    [{ ...unknown, state: 5 }, false],
    [{ ...unknown, state: null }, false],
    [ofUnknownKind, false],
    [{ ...known, steps: [{ kind: 'Build' }] }, false],
  ])('of a response %j is valid: %s', (value, isValid) => {
    const { validators } = layers.tolerate
    expect(validators['isCreateJobResponse']!(value)).toBe(isValid)
  })

  it.each(['refuse', 'tolerate'] as const)(
    'a handler that answers with them is held to them: %s',
    async (policy) => {
      const { server } = layers[policy]
      const handle = server.createHandler(
        { createJob: () => ({ status: 201, body: unknown, headers: { 'X-Mode': 'odd' } }) },
        { validateResponses: true, onError: () => new Response(null, { status: 500 }) },
      )
      const init = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(known),
      }
      const { status } = await handle(new Request('http://localhost/jobs', init))
      expect(status).toBe(policy === 'tolerate' ? 201 : 500)
    },
  )
})

it('they are refused everywhere unless that is asked for', () => {
  const { validators } = layers.refuse
  expect(validators['isCreateJobResponse']!(unknown)).toBe(false)
  expect(validators['isCreateJobResponse']!(known)).toBe(true)
  expect(validators).not.toHaveProperty('isJobInResponse')
})

const program = `
  import type { CreateJobBody, CreateJobError, CreateJobResponse, State, StateInResponse } from './types/index.js'
  declare const response: CreateJobResponse
  export const state: StateInResponse = response.state
  export const other: CreateJobResponse = { state: 'paused', steps: [], priority: 3 }
  export const failure: CreateJobError = { code: 'odd' }
  export const name: string = response.state
  export function label(): string {
    switch (response.state) {
      case 'done':
        return response.state satisfies string
      default:
        return response.state
    }
  }
  for (const step of response.steps) if (step.kind === 'Build' || step.kind === 'build') step.state satisfies string
  // @ts-expect-error a request has values that are listed
  export const body: CreateJobBody = { state: 'paused', steps: [] }
  // @ts-expect-error what comes in a response need not be one of them
  export const strict: State = response.state
  // @ts-expect-error what tells alternatives apart is one of them
  export const odd: CreateJobResponse = { state: 'done', steps: [{ kind: 'deploy', state: 'done' }] }
`

it('the types say the same', async () => {
  const files = (await made('tolerate')).filter(({ path }) => path.startsWith('types/'))
  expect(typeErrors([...files, { path: 'program.ts', content: program }])).toEqual([])
})
