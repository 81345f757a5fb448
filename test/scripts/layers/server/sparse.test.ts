import { describe, expect, it } from 'vitest'
import { compile, emitted } from './emitted.js'

const sparse = {
  openapi: '3.1.0',
  info: { title: 'Sparse', version: '1' },
  paths: {
    '/a': {
      get: { operationId: 'constructor', responses: { default: { description: '' } } },
      post: { operationId: 'post', responses: { 100: { description: 'Go on.' } } },
    },
  },
}

const program = `
  import { createHandler, type Handlers } from './server/index.js'
  const handlers: Handlers = { constructor: () => ({ status: 202 }), post: () => new Response() }
  createHandler(handlers)
`

describe('a document with next to nothing', () => {
  it('makes code that compiles', async () => {
    expect(await compile(sparse, { 'program.ts': program })).toEqual({ 'index.ts': [], 'program.ts': [] })
    expect(await compile({ ...sparse, paths: {} }, {})).toEqual({ 'index.ts': [] })
  })

  it('makes nothing that is empty', () => {
    const text = emitted(sparse)['server/default.ts']
    expect(text).toContain('export type ConstructorInput = HandlerInput')
    expect(text).toContain('export type ConstructorReply = EmptyReply<FinalStatus>')
    expect(text).toContain(' * - default\n')
    expect(text).toContain('export type PostReply = never')
    expect(text).toContain('responses: {},')
    expect(emitted(sparse)['server/handler.ts']).not.toMatch(/Security|BasicCredential/)
  })
})
