import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { document } from './document.js'

/** What TypeScript says of a value where the generated types want a `CreateAgentRequest`. */
function complaints(types: string, value: string, exactOptionalPropertyTypes: boolean): string[] {
  const text = `${types}\nexport const value: components['schemas']['CreateAgentRequest'] = ${value}\n`
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const readFile = host.getSourceFile
  host.getSourceFile = (name, ...rest) =>
    name === 'request.ts' ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : readFile(name, ...rest)
  const program = ts.createProgram(['request.ts'], options, host)
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe.each([true, false])('the request in TypeScript, with exactOptionalPropertyTypes %s', (exact) => {
  let types = ''
  beforeAll(async () => {
    types = astToString(await openapiTS(JSON.stringify(document), { defaultNonNullable: false }))
  })

  it.each([
    `{ serviceName: 'a1', image: 'b' }`,
    `{ serviceName: 'a1', buildId: 'b' }`,
    `{ serviceName: 'a1', image: 'b', krispViva: { audioFilter: null }, autoScaling: {} }`,
  ])('takes %s', (value) => {
    expect(complaints(types, value, exact)).toEqual([])
  })

  it.each([
    `{ serviceName: 'a1' }`,
    `{ serviceName: 'a1', image: 'b', buildId: 'c' }`,
    `{ serviceName: 'a1', image: undefined }`,
    `{ serviceName: 'a1', buildId: undefined }`,
    `{ image: 'b' }`,
    `{ serviceName: 'a1', image: 'b', secretSets: 'c' }`,
    `{ serviceName: 'a1', image: 'b', autoScaling: { minReplicas: 1 } }`,
    `{ serviceName: 'a1', image: 'b', agentProfile: 'agent-4x' }`,
  ])('refuses %s', (value) => {
    expect(complaints(types, value, exact)).toHaveLength(1)
  })
})
