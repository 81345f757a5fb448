import { describe, expect, it } from 'vitest'
import { format } from '../../../../scripts/src/format/index.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { emitted } from './emitted.js'

const string = { type: 'string' }

describe('builders', () => {
  it('prints a builder of a component that is an object with properties, and of no other schema', () => {
    const files = emitted({
      Agent: {
        type: 'object',
        properties: { name: { $ref: '#/components/schemas/Agent/$defs/Name' } },
        $defs: { Name: { properties: { a: {} } } },
      },
      Profile: { enum: ['a', 'b'] },
      Labels: { type: 'object', additionalProperties: string },
      Either: { oneOf: [{ $ref: '#/components/schemas/Agent' }, { $ref: '#/components/schemas/Labels' }] },
    })
    const printed = Object.keys(files).filter((path) => path.startsWith('builders/'))
    expect(printed).toEqual(['builders/index.ts', 'builders/schemas/agent.ts'])
    expect(files['runtime/builder.ts']).toContain('export function createBuilder')
  })

  it.each<[string, string, JsonObject]>([
    [
      'states where properties are needed or exclude one another',
      'create-server',
      {
        CreateServer: {
          type: 'object',
          description: 'What to run. */ alert(1)',
          deprecated: true,
          required: ['name'],
          properties: {
            name: { type: 'string', description: 'Name of the server.' },
            image: string,
            build: { type: 'string', deprecated: true },
            size: { type: 'integer', description: 'How big.', default: 1 },
          },
          oneOf: [
            { required: ['image'], properties: { build: false } },
            { required: ['build'], properties: { image: false } },
          ],
        },
      },
    ],
    [
      'a plain interface where everything is optional',
      'limits',
      {
        Limits: {
          type: ['object', 'null'],
          properties: { "it's": string, '*/': string, '${x}`': string },
          additionalProperties: true,
        },
      },
    ],
  ])('prints %s', async (_, file, schemas) => {
    const path = `builders/schemas/${file}.ts`
    const content = emitted(schemas)[path]!
    const options = { formatter: 'prettier', folder: 'generated', cwd: process.cwd() } as const
    const [formatted] = await format([{ path, content }], options)
    await expect(formatted!.content).toMatchFileSnapshot(`golden/${file}.ts.txt`)
  })
})
