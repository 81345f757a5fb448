import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { start } from '../emulation.js'
import { archiveOf, askForUpload, upload } from './archive.js'

const archive = archiveOf({ Dockerfile: 'FROM scratch' })
const file = new Blob([new Uint8Array(archive)])
type Fields = readonly (readonly [name: string, value: string | Blob])[]

async function post(
  url: string,
  fields: Fields,
): Promise<{ status: number; code: string | undefined; text: string }> {
  const form = new FormData()
  for (const [name, value] of fields) {
    if (typeof value === 'string') form.append(name, value)
    else form.append(name, value, 'context.tar.gz')
  }
  const response = await fetch(url, { method: 'POST', body: form })
  const text = await response.text()
  return { status: response.status, code: /<Code>(\w+)<\/Code>/.exec(text)?.[1], text }
}

describe('an upload', () => {
  it('is asked for, and taken', async () => {
    const emulator = await start({ clock: 'manual' })
    const asked = await askForUpload(emulator, 'eu-central')
    const fifteenMinutes = new Date(emulator.clock.now().getTime() + 900_000).toISOString()
    expect(asked).toMatchObject({
      uploadUrl: `${new URL(emulator.url).origin}/uploads/${asked.uploadId}`,
      uploadFields: { 'Content-Type': 'application/gzip', key: `contexts/${asked.uploadId}.tar.gz` },
      expiresAt: fifteenMinutes,
    })
    expect(Object.keys(asked.uploadFields)).toEqual([
      'key',
      'bucket',
      'Content-Type',
      'Policy',
      'X-Amz-Algorithm',
      'X-Amz-Credential',
      'X-Amz-Date',
      'X-Amz-Security-Token',
      'X-Amz-Signature',
    ])
    const policy = JSON.parse(Buffer.from(asked.uploadFields['Policy']!, 'base64').toString())
    expect(policy).toMatchObject({ expiration: fifteenMinutes })
    const answer = await post(asked.uploadUrl, [...Object.entries(asked.uploadFields), ['file', file]])
    expect(answer).toEqual({ status: 204, code: undefined, text: '' })
    expect(emulator.state.uploads.get(asked.uploadId)).toMatchObject({
      region: 'eu-central',
      content: {
        contextHash: createHash('md5').update(archive).digest('hex').slice(0, 16),
        size: archive.length,
        files: ['Dockerfile'],
      },
    })
  })

  it('can be made again', async () => {
    const emulator = await start()
    const { uploadUrl, uploadFields, uploadId } = await upload(emulator, archive)
    const other = new Blob(['other'])
    await post(uploadUrl, [...Object.entries(uploadFields), ['file', other]])
    expect(emulator.state.uploads.get(uploadId)?.content).toMatchObject({ size: 5 })
  })

  it.each<[name: string, change: (fields: Fields) => Fields, status: number, code: string]>([
    ['a field is missing', (fields) => fields.slice(1), 403, 'AccessDenied'],
    [
      'a field is another',
      (fields) => fields.map(([name, value]) => [name, name === 'key' ? 'x' : value]),
      403,
      'AccessDenied',
    ],
    [
      'a name is in lower case',
      (fields) => fields.map(([name, value]) => [name.toLowerCase(), value]),
      403,
      'AccessDenied',
    ],
    [
      'the type is another',
      (fields) => fields.map(([name, value]) => [name, name === 'Content-Type' ? 'application/zip' : value]),
      403,
      'AccessDenied',
    ],
    ['the file comes first', (fields) => fields.toReversed(), 403, 'AccessDenied'],
    ['there is no file', (fields) => fields.slice(0, -1), 400, 'InvalidArgument'],
    [
      'the file has another name',
      (fields) => [...fields.slice(0, -1), ['archive', file]],
      400,
      'InvalidArgument',
    ],
    ['the file is a text', (fields) => [...fields.slice(0, -1), ['file', 'text']], 400, 'InvalidArgument'],
    [
      'the file is empty',
      (fields) => [...fields.slice(0, -1), ['file', new Blob([])]],
      400,
      'EntityTooSmall',
    ],
  ])('is refused where %s', async (_, change, status, code) => {
    const emulator = await start()
    const { uploadUrl, uploadFields, uploadId } = await askForUpload(emulator)
    const answer = await post(uploadUrl, change([...Object.entries(uploadFields), ['file', file]]))
    expect(answer).toMatchObject({ status, code })
    expect(emulator.state.uploads.get(uploadId)).not.toHaveProperty('content')
  })

  it('is refused when its time is over', async () => {
    const emulator = await start({ clock: 'manual' })
    const { uploadUrl, uploadFields } = await askForUpload(emulator)
    emulator.clock.advance(899_999)
    const fields: Fields = [...Object.entries(uploadFields), ['file', file]]
    expect((await post(uploadUrl, fields)).status).toBe(204)
    emulator.clock.advance(1)
    expect(await post(uploadUrl, fields)).toMatchObject({ status: 403, code: 'AccessDenied' })
  })

  it('is refused where there is none, or it is no form', async () => {
    const emulator = await start()
    const { uploadUrl } = await askForUpload(emulator)
    expect(await post(`${uploadUrl}0`, [])).toMatchObject({ status: 404, code: 'NoSuchKey' })
    const put = await fetch(uploadUrl, { method: 'PUT', body: file })
    expect([put.status, await put.text()]).toEqual([405, expect.stringContaining('MethodNotAllowed')])
    const text = await fetch(uploadUrl, { method: 'POST', body: 'text' })
    expect([text.status, await text.text()]).toEqual([400, expect.stringContaining('MalformedPOSTRequest')])
    const empty = await fetch(uploadUrl, { method: 'POST' })
    expect(empty.status).toBe(400)
  })

  it('may have as many bytes as the emulator is told', async () => {
    const emulator = await start({ maxUploadBytes: archive.length })
    await upload(emulator, archive)
    const { uploadUrl, uploadFields } = await askForUpload(emulator)
    const policy = JSON.parse(Buffer.from(uploadFields['Policy']!, 'base64').toString())
    expect(policy.conditions).toContainEqual(['content-length-range', 1, archive.length])
    const larger = new Blob([file, 'x'])
    const fields: Fields = [...Object.entries(uploadFields), ['file', larger]]
    expect(await post(uploadUrl, fields)).toMatchObject({ status: 400, code: 'EntityTooLarge' })
  })

  it('of which too much comes, though it does not say so, is not read to its end', async () => {
    const emulator = await start({ maxUploadBytes: 1 })
    const { uploadUrl } = await askForUpload(emulator)
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(sent === 0 ? new TextEncoder().encode(head) : new Uint8Array(65_536))
        sent += 65_536
        if (sent > 500 * 1024 * 1024) controller.close()
      },
    })
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const init = { method: 'POST', headers, body, duplex: 'half' }
    const code = await fetch(uploadUrl, init).then(
      async (response) => /<Code>(\w+)/.exec(await response.text())?.[1],
      () => 'EntityTooLarge',
    )
    expect(code).toBe('EntityTooLarge')
    expect(sent).toBeLessThan(50 * 1024 * 1024)
  })

  it('of more than 500 MB is refused before it is read', async () => {
    const emulator = await start()
    const { uploadUrl } = await askForUpload(emulator)
    const { hostname, port, pathname } = new URL(uploadUrl)
    const socket = connect(Number(port), hostname)
    socket.write(
      [
        `POST ${pathname} HTTP/1.1`,
        'Host: emulator',
        'Content-Type: multipart/form-data; boundary=x',
        `Content-Length: ${502 * 1024 * 1024}`,
        '',
        '',
      ].join('\r\n'),
    )
    const [head] = await once(socket, 'data')
    expect(String(head)).toMatch(/^HTTP\/1\.1 400 /)
    expect(String(head)).toContain('<Code>EntityTooLarge</Code>')
    socket.destroy()
  })
})
