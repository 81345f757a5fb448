import type { StreamWatch } from './content-format.js'
import type { AnyReply } from './reply.js'
import { replyContent } from './reply-content.js'
import type { ResponseContent, Route } from './route.js'

/** Makes what takes part in a response while it is written, of which the items are of that content. */
export type Watch = (status: number, content: ResponseContent) => StreamWatch

/**
 * The response that a handler's reply means.
 * @throws TypeError if it is no reply, or its body or media type is not one that can be sent.
 */
export function toResponse(route: Route, reply: AnyReply, watch: Watch): Response {
  if (typeof reply !== 'object' || reply === null) {
    throw new TypeError(`The handler ${route.id} must return a reply or a Response, not ${String(reply)}`)
  }
  // A `Response` of another realm or library is none of this one's `Response`, but no plain reply has the method.
  if ('arrayBuffer' in reply) return reply
  const { status, body } = reply
  const headers = new Headers(reply.headers)
  if (body === undefined) return new Response(null, { status, headers })
  const { content, mediaType } = replyContent(route, reply, headers.get('content-type'))
  const { format } = content
  for (const [name, value] of Object.entries({ ...format.headers, 'content-type': mediaType })) {
    if (!headers.has(name)) headers.set(name, value)
  }
  return new Response(format.write(body, watch(status, content)), { status, headers })
}
