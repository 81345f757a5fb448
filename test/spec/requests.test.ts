import { describe, expect, it } from 'vitest'
import { component, document, oracle } from './document.js'

const problems = oracle(document)
const uploadId = '6a0c1f52-93d7-4f0e-8b1d-2f7d5b8f4c11'
const secret = { secretKey: 'A_b-9', secretValue: '' }
const regular = { secrets: [secret] }
const pull = { isImagePullSecret: true, host: 'https://index.docker.io/v1/', secretValue: 'dXNlcjp0b2tlbg==' }

/** Values that a request takes, and values that it refuses, by component. */
const rows: [name: string, takes: object[], refuses: object[]][] = [
  ['UploadUrlRequest', [{ region: 'us-west' }], [{}, { region: 1 }, { region: 'us-west', size: 1 }]],
  [
    'CreateBuildRequest',
    [
      { uploadId, region: 'us-west' },
      { uploadId, region: 'us-west', dockerfilePath: 'a/Dockerfile' },
    ],
    [
      { uploadId },
      { region: 'us-west' },
      { uploadId: 'a', region: 'us-west' },
      { uploadId, region: 'a', path: 'b' },
    ],
  ],
  [
    'UpdatePropertiesRequest',
    [{ defaultRegion: 'us-east' }],
    [{}, { defaultRegion: null }, { region: 'us-east' }],
  ],
  [
    'UpsertSecretSetRequest',
    [
      regular,
      { ...regular, region: 'us-east' },
      { secrets: [{ secretKey: 'k'.repeat(64), secretValue: 'v' }] },
      pull,
      { ...pull, region: 'us-east' },
    ],
    [
      {},
      { secrets: [] },
      { secrets: { OPENAI_API_KEY: 'v' } },
      { secrets: [{ secretKey: 'k'.repeat(65), secretValue: 'v' }] },
      { secrets: [{ secretKey: '', secretValue: 'v' }] },
      { secrets: [{ secretKey: 'a.b', secretValue: 'v' }] },
      { secrets: [{ secretKey: 'a\n', secretValue: 'v' }] },
      { secrets: [{ secretKey: 'a' }] },
      { secrets: [{ ...secret, value: 'v' }] },
      { ...regular, name: 'my-agent-secrets' },
      { ...regular, ...pull },
      { ...regular, isImagePullSecret: false },
      { ...pull, isImagePullSecret: false },
      { ...pull, host: 'docker io' },
      { isImagePullSecret: true, host: pull.host },
      { host: pull.host, secretValue: pull.secretValue },
    ],
  ],
  [
    'StartSessionRequest',
    [
      {},
      { createDailyRoom: true, dailyRoomProperties: { sip: { num_endpoints: 1 } }, body: { a: [null] } },
      ...['daily', 'webrtc', 'websocket'].map((transport) => ({ transport })),
    ],
    [{ transport: 'pigeon' }, { body: 'text' }, { body: null }, { room: 'mine' }, { createDailyRoom: 'yes' }],
  ],
  ['ProxiedBody', [{}, { a: { b: null } }], [[], [1]]],
]

describe.each(rows)('%s', (name, takes, refuses) => {
  it.each(takes)('takes %j', (value) => {
    expect(problems(component(name), value)).toEqual([])
  })

  it.each(refuses)('refuses %j', (value) => {
    expect(problems(component(name), value)).not.toEqual([])
  })
})
