import { parseArgs } from 'node:util'

/** What the command line asks for. */
export interface Flags {
  readonly help: boolean
  /** Port to listen on, 0 for any that is free. */
  readonly port: number
}

/**
 * Reads the command line.
 * @throws Error with a message of one line if it is not understood.
 */
export function readFlags(args: readonly string[]): Flags {
  const { help = false, port = '0' } = parse(args)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new Error(`--port must be a whole number from 0 to 65535, but is ${JSON.stringify(port)}`)
  }
  return { help, port: Number(port) }
}

function parse(args: readonly string[]): { help?: boolean; port?: string } {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' }, port: { type: 'string' } },
    }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // The advice is for command lines that take arguments beside options.
    const finding = error.message.replace(/\. To specify a positional argument.*/s, '').replaceAll('\n', ' ')
    throw new Error(`${finding.replace(/\.$/, '')}; --help tells what there is`, { cause: error })
  }
}
