import { createHash } from 'node:crypto'
import type { Upload } from '../state.js'

/** Where uploads are posted to. */
export const UPLOAD_PATH = '/uploads'

/** Milliseconds that an upload URL is good for. */
export const UPLOAD_LIFETIME = 900_000

/** Where to post an upload to, and the fields to post with it. */
export interface UploadForm {
  readonly url: string
  readonly fields: { readonly [name: string]: string }
}

const BUCKET = 'pipecat-builds'

/** The form of an upload, in the manner of a pre-signed POST of S3. It follows from the upload alone. */
export function uploadForm({ id, region, expiresAt, maxBytes }: Upload, origin: string): UploadForm {
  const date = new Date(expiresAt.getTime() - UPLOAD_LIFETIME).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const credential = `EMULATOR/${date.slice(0, 8)}/${region}/s3/aws4_request`
  const key = `contexts/${id}.tar.gz`
  const policy = {
    expiration: expiresAt.toISOString(),
    conditions: [
      { bucket: BUCKET },
      { key },
      { 'Content-Type': 'application/gzip' },
      ['content-length-range', 1, maxBytes],
    ],
  }
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64')
  const fields = {
    key,
    bucket: BUCKET,
    'Content-Type': 'application/gzip',
    Policy: encoded,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': credential,
    'X-Amz-Date': date,
    'X-Amz-Security-Token': digest(`token ${id}`),
    'X-Amz-Signature': digest(encoded + credential),
  }
  return { url: `${origin}${UPLOAD_PATH}/${id}`, fields }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
