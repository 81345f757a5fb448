import { describe, expect, it } from 'vitest'
import { FLAGS_HELP, readFlags } from '../../../src/emulator/flags.js'

const help = '; --help tells what there is'
const rule = '{"image":"*:bad","reason":"Error"}'

describe('readFlags', () => {
  it.each([
    [[], { help: false, options: { port: 0 }, faults: [] }],
    [['--help'], { help: true }],
    [['-h'], { help: true }],
    [['--port', '8080'], { options: { port: 8080 } }],
    [['--port=65535'], { options: { port: 65_535 } }],
    [['--state', 'a.json', '--seed', 'x'], { state: 'a.json', options: { seed: 'x' } }],
    [['--region', 'a', '--region', 'b'], { options: { regions: ['a', 'b'] } }],
    [['--ready-after', '0', '--provision-after', '5'], { options: { readyAfter: 0, provisionAfter: 5 } }],
    [['--build-after', '7', '--session-duration', '9'], { options: { buildAfter: 7, sessionDuration: 9 } }],
    [
      ['--failing', rule, '--failing', '{"agent":"a","reason":"b"}'],
      {
        options: {
          failing: [
            { image: '*:bad', reason: 'Error' },
            { agent: 'a', reason: 'b' },
          ],
        },
      },
    ],
    [
      ['--fault', '{"kind":"reset","when":"after","probability":0.2}', '--fault', '{"kind":"hang"}'],
      { faults: [{ kind: 'reset', when: 'after', probability: 0.2 }, { kind: 'hang' }] },
    ],
  ])('reads %j', (args, flags) => {
    expect(readFlags(args)).toMatchObject(flags)
  })

  it('asks for nothing that is not said', () => {
    expect(JSON.parse(JSON.stringify(readFlags([])))).toEqual({
      help: false,
      options: { port: 0, failing: [] },
      faults: [],
    })
  })

  it.each([
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, but is "65536"'],
    [['--port', '0x50'], '--port must be a whole number from 0 to 65535, but is "0x50"'],
    [['--port', ''], '--port must be a whole number from 0 to 65535, but is ""'],
    [['--port=-1'], '--port must be a whole number from 0 to 65535, but is "-1"'],
    [['--ready-after', '1s'], '--ready-after must be a whole number from 0 to 2147483647, but is "1s"'],
    [
      ['--build-after', '9999999999'],
      '--build-after must be a whole number from 0 to 2147483647, but is "9999999999"',
    ],
    [['--port'], `Option '--port <value>' argument missing${help}`],
    [['--prot', '1'], `Unknown option '--prot'${help}`],
    [['--help=1'], `Option '-h, --help' does not take an argument${help}`],
    [['8080'], `Unexpected argument '8080'. This command does not take positional arguments${help}`],
    [['--fault', '{}'], /^--fault is not valid: This is no fault: `kind` must be one of /],
    [['--fault', 'reset'], /^--fault is not JSON: /],
    [
      ['--failing', '{"image":5,"more":1}'],
      /^--failing is not valid: \/image must be a string, but is 5; \/reason must/,
    ],
  ])('refuses %j in one line', (args, message) => {
    expect(() => readFlags(args)).toThrow(message instanceof RegExp ? message : new Error(message))
    expect(() => readFlags(args)).not.toThrow(/\n/)
  })

  it('refuses advice of several lines as one', () => {
    expect(() => readFlags(['--port', '-1'])).toThrow(/^Option '--port' argument is ambiguous\. .*there is$/)
  })

  it('has help for each flag', () => {
    const flags = [...FLAGS_HELP.matchAll(/--([a-z-]+)/g)].map(([, name]) => name)
    expect(new Set(flags)).toEqual(
      new Set([
        'port',
        'state',
        'seed',
        'region',
        'ready-after',
        'provision-after',
        'build-after',
        'session-duration',
        'failing',
        'fault',
        'help',
      ]),
    )
  })
})
