/** A response as far as it is shown: its body is what the call gives. */
export interface ResponseInfo {
  /** HTTP status: 200. */
  readonly status: number
  /** The headers, any key taken out of them. */
  readonly headers: Headers
}

/** What a call gives, with the response that it was in. */
export interface WithResponse<T> {
  readonly data: T
  readonly response: ResponseInfo
}

/**
 * What every method gives: a promise of the data, which can give the response's status and headers too.
 *
 * @example
 * const agent = await pipecat.agents.get('voice-starter')
 * const { data, response } = await pipecat.agents.get('voice-starter').withResponse()
 */
export class ApiPromise<T> implements Promise<T> {
  readonly #result: () => Promise<WithResponse<T>>
  #data: Promise<T> | undefined

  /** `result` gives the same promise each time. */
  constructor(result: () => Promise<WithResponse<T>>) {
    this.#result = result
  }

  get [Symbol.toStringTag](): string {
    return 'ApiPromise'
  }

  /** The data with the status and the headers of the response. It rejects as the promise itself does. */
  withResponse(): Promise<WithResponse<T>> {
    return this.#result()
  }

  then<A = T, B = never>(
    onFulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    // Made when it is asked for: where only the response is, its rejection would be one that nobody handles.
    this.#data ??= this.#result().then(({ data }) => data)
    return this.#data.then(onFulfilled, onRejected)
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(undefined, onRejected)
  }

  finally(onFinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onFinally)
  }
}
