/** Size of the blocks that a tar archive is made of, in bytes. */
export const BLOCK = 512

/** What the header of a file says. */
export interface TarEntry {
  /** Relative path with `/` between its parts. */
  readonly name: string
  /** Size of the content, in bytes. */
  readonly size: number
  readonly isExecutable: boolean
}

const LONGEST_NAME = 100
const REGULAR_FILE = '0'
const EXTENDED_HEADER = 'x'

/**
 * The header of a file as Python's `tarfile` writes it by default, to the byte: ustar (POSIX.1-1988), and before it an extended
 * header (pax, POSIX.1-2001) with the path if that is not ASCII or has more than 100 characters. The hash of an archive depends on
 * each of these bytes, and libraries differ from `tarfile` in the unused fields and in how they store long names.
 */
export function tarHeader({ name, size, isExecutable }: TarEntry): Buffer {
  const header = ustar({ name, size, mode: isExecutable ? 0o755 : 0o644, type: REGULAR_FILE })
  if (/^[\0-\x7F]*$/.test(name) && name.length <= LONGEST_NAME) return header
  const record = paxRecord('path', name)
  const extended = ustar({ name: '././@PaxHeader', size: record.length, mode: 0, type: EXTENDED_HEADER })
  return Buffer.concat([extended, record, padding(record.length), header])
}

/** The zeros that fill a size up to a multiple of `unit`. */
export function padding(size: number, unit: number = BLOCK): Buffer {
  return Buffer.alloc((unit - (size % unit)) % unit)
}

interface Ustar {
  readonly name: string
  readonly size: number
  readonly mode: number
  readonly type: string
}

const CHECKSUM_AT = 148

/** Owner, time, link and device are nobody's and nothing's: they stay empty or zero. */
function ustar({ name, size, mode, type }: Ustar): Buffer {
  const header = Buffer.alloc(BLOCK)
  const write = (text: string, at: number) => header.write(text, at, 'latin1')
  write(name.replaceAll(/[^\0-\x7F]/gu, '?').slice(0, LONGEST_NAME), 0)
  write(octal(mode, 7), 100)
  write(octal(0, 7), 108)
  write(octal(0, 7), 116)
  write(octal(size, 11), 124)
  write(octal(0, 11), 136)
  write(type, 156)
  write('ustar\x0000', 257)
  // The checksum counts its own field as blanks, of which the last one stays.
  write(' '.repeat(8), CHECKSUM_AT)
  const sum = header.reduce((total, byte) => total + byte, 0)
  write(`${octal(sum, 6)}\0`, CHECKSUM_AT)
  return header
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0')
}

/** A record begins with its own length in decimal, the digits of that included. */
function paxRecord(keyword: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${keyword}=${value}\n`)
  let length = rest
  while (length !== rest + String(length).length) length = rest + String(length).length
  return Buffer.from(`${length} ${keyword}=${value}\n`)
}
