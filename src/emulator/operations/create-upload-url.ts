import type { UploadUrlRequest } from '../../../generated/types/index.js'
import { UPLOAD_LIFETIME, uploadForm } from '../uploads/upload-form.js'
import type { Upload } from '../state.js'
import type { Context } from './context.js'
import { buildRegionError } from './find-build.js'

/** `POST /builds/upload-url` */
export function createUploadUrl(context: Context, { region }: UploadUrlRequest) {
  const error = buildRegionError(context, region)
  if (error) return error
  const now = context.now()
  const upload: Upload = {
    id: context.newId(),
    region,
    expiresAt: new Date(now.getTime() + UPLOAD_LIFETIME),
    maxBytes: context.settings.maxUploadBytes,
  }
  context.state.uploads.set(upload.id, upload)
  const { url, fields } = uploadForm(upload, context.origin())
  const expiresAt = upload.expiresAt.toISOString()
  return {
    status: 200,
    body: { uploadId: upload.id, uploadUrl: url, uploadFields: fields, expiresAt },
  } as const
}
