import { describe, expect, it } from 'vitest'
import { defaultRegions, type EmulatorOptions, startEmulator } from '../../../src/emulator/index.js'
import { settle } from '../../../src/emulator/settle.js'

const wrong: readonly (readonly [
  options: { readonly [K in keyof EmulatorOptions]: unknown },
  message: string,
])[] = [
  [{ port: -1 }, 'The option port must be a whole number from 0 to 65535, but is -1'],
  [{ port: 65_536 }, 'The option port must be a whole number from 0 to 65535, but is 65536'],
  [{ port: 1.5 }, 'The option port must be a whole number from 0 to 65535, but is 1.5'],
  [{ port: '80' }, "The option port must be a whole number from 0 to 65535, but is '80'"],
  [{ host: '0.0.0.0' }, "The option host must be a loopback address, such as 127.0.0.1, but is '0.0.0.0'"],
  [{ host: '::' }, "The option host must be a loopback address, such as 127.0.0.1, but is '::'"],
  [{ host: '' }, "The option host must be a loopback address, such as 127.0.0.1, but is ''"],
  [
    { host: '127.example.com' },
    "The option host must be a loopback address, such as 127.0.0.1, but is '127.example.com'",
  ],
  [{ host: '10.0.0.1' }, "The option host must be a loopback address, such as 127.0.0.1, but is '10.0.0.1'"],
  [{ readyAfter: -1 }, 'The option readyAfter must be a number of milliseconds, 0 or more, but is -1'],
  [
    { readyAfter: Number.NaN },
    'The option readyAfter must be a number of milliseconds, 0 or more, but is NaN',
  ],
  [
    { readyAfter: Infinity },
    'The option readyAfter must be a number of milliseconds, 0 or more, but is Infinity',
  ],
  [{ regions: [] }, 'The option regions must be a list with at least one region, but is []'],
  [{ regions: [5] }, 'The option regions must be a list with at least one region, but is [ 5 ]'],
  [
    { provisionAfter: -1 },
    'The option provisionAfter must be a number of milliseconds, 0 or more, but is -1',
  ],
  [{ buildAfter: '1' }, "The option buildAfter must be a number of milliseconds, 0 or more, but is '1'"],
  [
    { sessionDuration: -1 },
    'The option sessionDuration must be a number of milliseconds, 0 or more, but is -1',
  ],
  [{ maxUploadBytes: 0 }, 'The option maxUploadBytes must be a number of bytes, 1 or more, but is 0'],
  [{ buildLogs: 'line' }, "The option buildLogs must be a list of strings, but is 'line'"],
  [{ failing: {} }, 'The option failing must be a list, but is {}'],
  [{ bot: 5 }, 'The option bot must be a function, but is 5'],
  [{ clock: 'stopped' }, "The option clock must be 'system' or 'manual', but is 'stopped'"],
  [
    { port: -1, onRequest: 1 },
    'The option port must be a whole number from 0 to 65535, but is -1\nThe option onRequest must be a function, but is 1',
  ],
]

describe('options', () => {
  it.each(wrong)('%j are refused', async (options, message) => {
    // Only a caller without types can pass some of them.
    await expect(startEmulator(options as EmulatorOptions)).rejects.toThrow(new TypeError(message))
  })

  it.each(['127.0.0.1', '127.0.0.2', '::1'])('may have the host %s', (host) => {
    expect(settle({ host }).host).toBe(host)
  })

  it('have a default where one is undefined', () => {
    expect(settle({ port: undefined, regions: undefined })).toMatchObject({
      port: 0,
      regions: defaultRegions,
    })
  })
})
