import { describe, expect, it } from 'vitest'
import { readFlags } from '../../../src/emulator/flags.js'

const help = '; --help tells what there is'

describe('readFlags', () => {
  it.each([
    [[], { help: false, port: 0 }],
    [['--help'], { help: true, port: 0 }],
    [['-h'], { help: true, port: 0 }],
    [['--port', '8080'], { help: false, port: 8080 }],
    [['--port=65535'], { help: false, port: 65_535 }],
  ])('reads %j', (args, flags) => {
    expect(readFlags(args)).toEqual(flags)
  })

  it.each([
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, but is "65536"'],
    [['--port', '0x50'], '--port must be a whole number from 0 to 65535, but is "0x50"'],
    [['--port', ''], '--port must be a whole number from 0 to 65535, but is ""'],
    [['--port=-1'], '--port must be a whole number from 0 to 65535, but is "-1"'],
    [['--port'], `Option '--port <value>' argument missing${help}`],
    [['--prot', '1'], `Unknown option '--prot'${help}`],
    [['--help=1'], `Option '-h, --help' does not take an argument${help}`],
    [['8080'], `Unexpected argument '8080'. This command does not take positional arguments${help}`],
  ])('refuses %j in one line', (args, message) => {
    expect(() => readFlags(args)).toThrow(new Error(message))
  })

  it('refuses advice of several lines as one', () => {
    expect(() => readFlags(['--port', '-1'])).toThrow(/^Option '--port' argument is ambiguous\. .*there is$/)
  })
})
