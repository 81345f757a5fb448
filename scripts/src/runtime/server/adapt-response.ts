import { abandon } from './abandon.js'

/** A response with the headers that it must have, where it lacks them. */
export function withHeaders(response: Response, required: { readonly [name: string]: string }): Response {
  const { body, status, statusText } = response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(required)) if (!headers.has(name)) headers.set(name, value)
  return new Response(body, { status, statusText, headers })
}

/** A response to `HEAD` (RFC 9110, 9.3.2). */
export function withoutBody(response: Response): Response {
  const { body, status, statusText, headers } = response
  if (body) abandon(body)
  return new Response(null, { status, statusText, headers })
}
