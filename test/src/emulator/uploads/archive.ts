import { gzipSync } from 'node:zlib'
import type { UploadUrl } from '../../../../generated/types/index.js'
import type { Emulator } from '../../../../src/emulator/index.js'
import { sendJson } from '../emulation.js'

const BLOCK = 512

/** One entry of a tar archive (POSIX.1-2024, pax, "ustar Interchange Format"). */
export function entry(name: string, content: string, { type = '0', prefix = '' } = {}): Buffer {
  const body = Buffer.from(content)
  const header = Buffer.alloc(BLOCK)
  header.write(name.slice(0, 100), 0)
  header.write('0000644\0', 100)
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write('        ', 148)
  header.write(type, 156)
  header.write('ustar\u000000', 257)
  header.write(prefix, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  const padding = Buffer.alloc((BLOCK - (body.length % BLOCK)) % BLOCK)
  return Buffer.concat([header, body, padding])
}

/** A gzipped tar archive of entries. */
export function archiveOfEntries(...entries: readonly Buffer[]): Buffer {
  return gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * BLOCK)]))
}

/** A gzipped tar archive of files, by their paths. */
export function archiveOf(files: Readonly<Record<string, string>>): Buffer {
  return archiveOfEntries(...Object.entries(files).map(([name, content]) => entry(name, content)))
}

/** Asks for an upload URL. */
export async function askForUpload(emulator: Emulator, region = 'us-west'): Promise<UploadUrl> {
  return (await sendJson(emulator, 'POST', '/builds/upload-url', { region })).body as UploadUrl // The emulator checks its answers.
}

/** Uploads an archive as it is documented. */
export async function upload(emulator: Emulator, archive: Buffer, region?: string): Promise<UploadUrl> {
  const asked = await askForUpload(emulator, region)
  const form = new FormData()
  for (const [name, value] of Object.entries(asked.uploadFields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(archive)]), 'context.tar.gz')
  const { status } = await fetch(asked.uploadUrl, { method: 'POST', body: form })
  if (status !== 204) throw new Error(`The upload was refused with ${status}`)
  return asked
}
