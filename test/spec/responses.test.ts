import { describe, expect, it } from 'vitest'
import { asObject, component, document, oracle, valueAt } from './document.js'

const problems = oracle(document)
const example = (name: string) => asObject(valueAt(document, `/components/examples/${name}/value`))
const running = example('SessionRunning')
const ended = example('SessionEnded')
const metrics = asObject(ended['resourceMetrics'])
const build = asObject(example('BuildSucceeded')['build'])
const schema = { type: 'string', description: 'a', default: 'b', currentValue: 'c' }

/** Values that a caller who validates responses has to get through, and values that are no such response, by component. */
const rows: [name: string, takes: object[], refuses: object[]][] = [
  [
    'SessionDetails',
    [
      running,
      { ...ended, region: 'us-west' },
      { ...ended, completionStatus: 'A_NEW_ONE', resourceMetrics: undefined },
    ],
    [
      { ...ended, sessionId: undefined },
      { ...ended, endedAt: 'yesterday' },
      { ...ended, botStartSeconds: 0.5 },
    ],
  ],
  [
    'SessionMetrics',
    [{ ...metrics, memoryBytesP50: '412090368', id: undefined }],
    [
      { ...metrics, memoryBytesP50: '4 MB' },
      { ...metrics, memoryBytesP50: -1 },
      { ...metrics, cpuMillicoresP50: '210' },
    ],
  ],
  [
    'Build',
    [{ ...build, contextSizeBytes: '1', imageSizeBytes: 2, runner: 'new' }],
    [
      { ...build, status: 'done' },
      { ...build, imageSizeBytes: null },
      { ...build, id: 'b1' },
    ],
  ],
  [
    'PropertySchema',
    [schema, { ...schema, default: null, currentValue: 7, readOnly: true, availableValues: [1, 'a', null] }],
    [
      { ...schema, default: undefined },
      { ...schema, readOnly: 'no' },
      { ...schema, availableValues: 'a' },
    ],
  ],
  ['UploadUrl', [], [{ ...example('UploadUrlCreated'), uploadFields: { key: 1 } }]],
  ['StartedSession', [{}, { sessionId: 'a', region: 'b' }], [{ sessionId: 1 }, { iceConfig: {} }]],
  ['ProxiedResponse', [{}, { a: 1 }], [[]]],
  ['TooManyRequestsResponse', [{ code: 'a' }], [{ error: 'a' }, { code: 429 }]],
  ['StatusOk', [{ status: 'OK', id: 'a' }], [{}, { status: 'ok' }]],
  ['AgentList', [{ services: [] }], [{}, { services: null }, { services: [{ name: 'a' }] }]],
]

/** A value as it comes over the wire, without the members that are undefined. */
const wired = (value: object): unknown => JSON.parse(JSON.stringify(value))

describe.each(rows)('%s', (name, takes, refuses) => {
  it.each(takes.map(wired))('takes %j', (value) => {
    expect(problems(component(name), value)).toEqual([])
  })

  it.each(refuses.map(wired))('refuses %j', (value) => {
    expect(problems(component(name), value)).not.toEqual([])
  })
})
