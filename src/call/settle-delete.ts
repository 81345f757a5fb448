import { NotFoundError } from '../errors/not-found-error.js'
import type { WithResponse } from './api-promise.js'
import type { Unsettled } from './endpoint.js'

/** Where the answer to a delete was lost, "not found" says that it has been done. `answer` makes what the lost answer held. */
export function settleDelete<Input, Data>(
  answer: (input: Input) => Data,
): (failure: Unsettled<Input>) => Promise<WithResponse<Data> | undefined> {
  return ({ input, error }) => {
    if (!(error instanceof NotFoundError)) return Promise.resolve(undefined)
    const { status, headers } = error
    return Promise.resolve({ data: answer(input), response: { status, headers } })
  }
}
