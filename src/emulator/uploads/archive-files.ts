import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

const BLOCK = 512
/** Archives are read up to this size; what one of 500 MB holds may be larger, but no context of a test is. */
const MOST_BYTES = 1024 ** 3

/**
 * Paths of the files in a gzipped tar archive, without `./` at their beginning; `undefined` if it is none.
 * (POSIX.1-2024, pax, "ustar Interchange Format" and "pax Extended Header".)
 */
export async function archiveFiles(archive: Uint8Array): Promise<string[] | undefined> {
  const tar = await promisify(gunzip)(archive, { maxOutputLength: MOST_BYTES }).catch(() => undefined)
  if (!tar || tar.length < BLOCK) return undefined
  const files: string[] = []
  let longName: string | undefined
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const header = tar.subarray(at, at + BLOCK)
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8)
    if (!isHeader(header) || !(size >= 0)) return undefined
    const content = tar.subarray(at + BLOCK, at + BLOCK + size)
    const type = text(header, 156, 1)
    if (type === 'x') longName = paxPath(content) ?? longName
    else if (type === 'L') longName = text(content, 0, content.length)
    else {
      if (type === '0' || type === '') files.push((longName ?? nameOf(header)).replace(/^(?:\.\/)+/, ''))
      longName = undefined
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}

/** Whether the checksum of a header is right: the sum of its bytes with spaces in place of the checksum. */
function isHeader(header: Buffer): boolean {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0)
  return Number.parseInt(text(header, 148, 8).trim(), 8) === sum
}

function nameOf(header: Buffer): string {
  const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : ''
  return prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`
}

/** The path of a file in the header that says what its own header has no room for. */
function paxPath(content: Buffer): string | undefined {
  return /^\d+ path=(.*)$/m.exec(content.toString('utf8'))?.[1]
}

/** The text of a field, which ends with it or with a null. */
function text(buffer: Buffer, start: number, length: number): string {
  return buffer.toString('utf8', start, start + length).replace(/\0.*$/s, '')
}
