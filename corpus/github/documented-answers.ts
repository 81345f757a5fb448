import type { ServerResponse } from 'node:http'
import type { DocumentAnswer, DocumentBody } from './operations.js'
import type { Recorded, Respond } from './local-server.js'
import type { Router } from './router.js'

/** Header field by which a request says which of the documented answers it wants (RFC 7240): `answer=0`. */
export const PREFER = 'Prefer'

/** Answers with what the document says: status, header fields, media type and example. */
export function documentedAnswers(router: Router): Respond {
  return (request, response) => {
    const operation = router(request.method, request.path)
    const answer = operation?.answers[preferred(request)]
    if (answer === undefined) throw new Error(`Nothing is documented for ${request.method} ${request.path}`)
    sendAnswer(response, answer)
  }
}

function preferred({ headers }: Recorded): number {
  return Number(/^answer=(\d+)$/.exec(String(headers['prefer']))?.[1])
}

/** Sends a documented answer. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: DocumentAnswer): void {
  for (const [name, value] of headers) {
    // The example is of another body.
    if (name.toLowerCase() !== 'content-length') response.setHeader(name, value)
  }
  if (body !== undefined) response.setHeader('Content-Type', body.mediaType)
  response.writeHead(status).end(body && textOf(body))
}

/** An example as it is sent: JSON as its text, and text as it is, which is how documents give examples of other types (4.7.14). */
export function textOf({ mediaType, example }: DocumentBody): string {
  if (example === undefined) return ''
  return isJson(mediaType) || typeof example.value !== 'string'
    ? JSON.stringify(example.value)
    : example.value
}

/** Whether a media type is JSON (RFC 6838, 4.2.8). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/i.test(mediaType)
}

/** Whether a media type is text, of which a body is a string. */
export function isText(mediaType: string): boolean {
  return mediaType.startsWith('text/')
}
