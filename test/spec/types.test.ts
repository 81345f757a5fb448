import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { document } from './document.js'

/** A value, and the component schema whose generated type it is written for. */
type Row = readonly [schema: string, value: string]

const file = 'requests.ts'

/** What TypeScript says of each row, with the generated types before it. */
function complaints(types: string, rows: readonly Row[], exactOptionalPropertyTypes: boolean): string[][] {
  const lines = rows.map(
    ([schema, value], index) => `export const value${index}: components['schemas']['${schema}'] = ${value}`,
  )
  const before = types.split('\n').length
  const source = ts.createSourceFile(file, [types, ...lines].join('\n'), ts.ScriptTarget.ES2022)
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const readFile = host.getSourceFile
  host.getSourceFile = (name, ...rest) => (name === file ? source : readFile(name, ...rest))
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))
  const found = diagnostics.map(({ start = 0, messageText }) => ({
    line: source.getLineAndCharacterOfPosition(start).line,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
  expect(found.filter(({ line }) => line < before)).toEqual([])
  return rows.map((_, row) => found.filter(({ line }) => line === before + row).map(({ message }) => message))
}

const pull = `isImagePullSecret: true, host: 'https://a', secretValue: 'b'`
const secrets = `secrets: [{ secretKey: 'a', secretValue: 'b' }]`

const taken: Row[] = [
  ['CreateAgentRequest', `{ serviceName: 'a1', image: 'b' }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', buildId: 'b' }`],
  [
    'CreateAgentRequest',
    `{ serviceName: 'a1', image: 'b', krispViva: { audioFilter: null }, autoScaling: {} }`,
  ],
  ['UpdateAgentRequest', `{}`],
  ['UpdateAgentRequest', `{ image: 'b', agentProfile: 'agent-2x' }`],
  ['UpdateAgentRequest', `{ buildId: 'b', forceRedeploy: true }`],
  ['UpsertSecretSetRequest', `{ ${secrets}, region: 'c' }`],
  ['UpsertSecretSetRequest', `{ ${pull} }`],
]

const refused: Row[] = [
  ['CreateAgentRequest', `{ serviceName: 'a1' }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', image: 'b', buildId: 'c' }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', image: undefined }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', buildId: undefined }`],
  ['CreateAgentRequest', `{ image: 'b' }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', image: 'b', secretSets: 'c' }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', image: 'b', autoScaling: { minReplicas: 1 } }`],
  ['CreateAgentRequest', `{ serviceName: 'a1', image: 'b', agentProfile: 'agent-4x' }`],
  ['UpdateAgentRequest', `{ image: 'b', buildId: 'c' }`],
  ['UpdateAgentRequest', `{ region: 'b' }`],
  ['UpsertSecretSetRequest', `{ ${secrets}, ${pull} }`],
  ['UpsertSecretSetRequest', `{ ${secrets}, host: 'https://a' }`],
  ['UpsertSecretSetRequest', `{ isImagePullSecret: true, host: 'https://a' }`],
  ['UpsertSecretSetRequest', `{ ${secrets}, isImagePullSecret: false }`],
]

describe.each([true, false])('the requests in TypeScript, with exactOptionalPropertyTypes %s', (exact) => {
  let said: string[][] = []
  beforeAll(async () => {
    const types = astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: false }))
    said = complaints(types, [...taken, ...refused], exact)
  })

  it.each(taken.map((row, index) => [...row, index] as const))('%s takes %s', (_schema, _value, index) => {
    expect(said[index]).toEqual([])
  })

  it.each(refused.map((row, index) => [...row, index] as const))(
    '%s refuses %s',
    (_schema, _value, index) => {
      expect(said[taken.length + index]).toHaveLength(1)
    },
  )
})
