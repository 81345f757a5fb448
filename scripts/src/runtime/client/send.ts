import type { Client, RequestOptions } from './client.js'
import type { Input, Operation } from './operation.js'
import { settle } from './outcome.js'
import { requestInit } from './request.js'
import type { Outcome } from './result.js'

/**
 * Calls an operation once and settles what came back.
 * @throws TypeError if a parameter cannot be sent, MalformedResponseError if a body is not the JSON that the document promises,
 * and whatever `fetch` throws.
 */
export async function send<Result extends Outcome>(
  client: Client,
  operation: Operation,
  input: Input = {},
  options: RequestOptions = {},
): Promise<Result> {
  // openapi-fetch reads the body of a failure by itself, and does not tell a JSON string from JSON that was cut off.
  let unread: Response | undefined
  const keepBody = {
    onResponse: ({ response }: { response: Response }) => {
      unread = response.ok ? response : response.clone()
    },
  }
  const { response } = await client.request(operation.method, operation.path, {
    ...requestInit(operation, input, options),
    parseAs: 'stream',
    middleware: [keepBody],
  })
  // `Result` and `operation` are made from the same document, and whether the server keeps to it is not this function's to say.
  return (await settle(operation, unread ?? response)) as Result
}
