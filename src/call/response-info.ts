import { type Redact, redactHeaders } from '../redact.js'
import type { ResponseInfo } from './api-promise.js'

/** A response as it is shown. Its headers are made safe when they are asked for, as to read them all takes long. */
export function responseInfo({ status, headers }: Response, redact: Redact): ResponseInfo {
  let safe: Headers | undefined
  return {
    status,
    get headers() {
      return (safe ??= redactHeaders(headers, redact))
    },
  }
}
