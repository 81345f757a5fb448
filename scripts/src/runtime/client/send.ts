import type { Client, RequestOptions } from './client.js'
import { addCookies, cookiePairs } from './cookies.js'
import type { Input, Operation } from './operation.js'
import { settle } from './outcome.js'
import { requestInit } from './request.js'
import type { Outcome } from './result.js'

/**
 * Calls an operation once and settles what came back.
 * @throws TypeError if a parameter, the body or a credential cannot be sent, MalformedResponseError if a response is not the JSON that
 * the document promises, ResponseTooLargeError if it is too large, and whatever `fetch` throws, or a function that gives a credential.
 */
export async function send<Result extends Outcome>(
  client: Client,
  operation: Operation,
  given: Input = {},
  init: RequestOptions = {},
): Promise<Result> {
  const { input, options } = client.authorize
    ? await client.authorize(operation, given, init)
    : { input: given, options: init }
  const { fetch = client.fetch ?? globalThis.fetch, maxResponseBytes = client.maxResponseBytes } = options
  // openapi-fetch reads the body of a failure by itself, without a limit, and does not tell a JSON string from JSON that was cut
  // off; so it is given an empty one in its place.
  let failure: Response | undefined
  const cookies = cookiePairs(input.cookie ?? {}, operation.styles?.cookie)
  const keepFailure = async (request: Request): Promise<Response> => {
    addCookies(request, cookies)
    addAccept(request, operation.accept)
    const response = await fetch(request)
    if (response.ok) return response
    failure = response
    return new Response(null, { status: 204 })
  }
  const { response } = await client.request(
    operation.method,
    operation.path,
    Object.assign(requestInit(operation, input, options), { parseAs: 'stream' as const, fetch: keepFailure }),
  )
  // `Result` and `operation` are made from the same document, and whether the server keeps to it is not this function's to say.
  return (await settle(operation, failure ?? response, maxResponseBytes)) as Result
}

/** Asks for the media types that the document has, unless the caller asks for others (RFC 9110, 12.5.1). */
function addAccept({ headers }: Request, accept: string | undefined): void {
  if (accept !== undefined && !headers.has('Accept')) headers.set('Accept', accept)
}
