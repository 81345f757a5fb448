import { createHash } from 'node:crypto'
import type { State, Upload } from '../state.js'
import { archiveFiles } from './archive-files.js'
import { UPLOAD_PATH, uploadForm } from './upload-form.js'

/** What uploads are taken with. */
export interface UploadContext {
  readonly state: State
  readonly now: () => Date
}

/** An upload that is refused, as S3 names it. */
interface Refused {
  readonly status: number
  readonly code: string
  readonly message: string
}

/** Room for the fields and the boundaries around a file. */
const FORM_BYTES = 1_048_576

/** Takes what is posted to an upload URL, in the manner of a pre-signed POST of S3. */
export async function answerUpload({ state, now }: UploadContext, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const upload = state.uploads.get(pathname.slice(UPLOAD_PATH.length + 1))
  if (!upload) return refusal({ status: 404, code: 'NoSuchKey', message: 'There is no such upload.' })
  if (request.method !== 'POST') {
    return refusal({ status: 405, code: 'MethodNotAllowed', message: 'Uploads are posted.' })
  }
  if (now() >= upload.expiresAt) {
    return refusal({
      status: 403,
      code: 'AccessDenied',
      message: 'Invalid according to Policy: Policy expired.',
    })
  }
  const file = await readFile(upload, request)
  if ('code' in file) return refusal(file)
  const archive = Buffer.from(await file.arrayBuffer())
  const contextHash = createHash('md5').update(archive).digest('hex').slice(0, 16)
  const files = await archiveFiles(archive)
  const content = { contextHash, size: archive.length, ...(files && { files }) }
  state.uploads.set(upload.id, { ...upload, content })
  return new Response(null, { status: 204 })
}

/** The file of a form, if its fields are right and come before it. */
async function readFile(upload: Upload, request: Request): Promise<Blob | Refused> {
  const size = Number(request.headers.get('content-length') ?? '0')
  if (size > upload.maxBytes + FORM_BYTES) return TOO_LARGE
  const form = await readForm(request, upload.maxBytes + FORM_BYTES)
  if ('code' in form) return form
  const entries = [...form]
  const place = entries.findIndex(([name, value]) => name === 'file' && typeof value !== 'string')
  const file = entries[place]?.[1]
  if (file === undefined || typeof file === 'string') {
    return {
      status: 400,
      code: 'InvalidArgument',
      message: 'POST requires exactly one file upload per request.',
    }
  }
  const before = new Map(entries.slice(0, place).map(([name, value]) => [name, value]))
  for (const [name, value] of Object.entries(uploadForm(upload, '').fields)) {
    if (before.get(name) !== value) return wrongField(name, before.has(name))
  }
  if (file.size > upload.maxBytes) return TOO_LARGE
  return file.size > 0 ? file : TOO_SMALL
}

async function readForm(request: Request, most: number): Promise<FormData | Refused> {
  let size = 0
  const limited = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        size += chunk.byteLength
        if (size > most) controller.error(new RangeError('The form is too large'))
        else controller.enqueue(chunk)
      },
    }),
  )
  try {
    return await new Response(limited ?? null, { headers: request.headers }).formData()
  } catch {
    return size > most ? TOO_LARGE : MALFORMED
  }
}

const TOO_LARGE: Refused = {
  status: 400,
  code: 'EntityTooLarge',
  message: 'Your proposed upload exceeds the maximum allowed size',
}
const TOO_SMALL: Refused = {
  status: 400,
  code: 'EntityTooSmall',
  message: 'Your proposed upload is smaller than the minimum allowed size',
}
const MALFORMED: Refused = {
  status: 400,
  code: 'MalformedPOSTRequest',
  message: 'The body of your POST request is not well-formed multipart/form-data.',
}

function wrongField(name: string, isThere: boolean): Refused {
  const finding = isThere ? `Policy Condition failed: ${name}` : `The field ${name} must come before the file`
  return { status: 403, code: 'AccessDenied', message: `Invalid according to Policy: ${finding}` }
}

function refusal({ status, code, message }: Refused): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } })
}
