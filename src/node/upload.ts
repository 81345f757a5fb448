import { openAsBlob } from 'node:fs'
import { ResponseTooLargeError } from '../../generated/runtime/client/response-too-large-error.js'
import { responseText } from '../../generated/runtime/client/response-text.js'
import type { UploadUrl } from '../../generated/types/index.js'
import type { ResponseInfo } from '../call/api-promise.js'
import { delayAfter } from '../call/delay.js'
import { isTransient } from '../call/failure.js'
import { emit, emitRequest, emitResponse, type Sending } from '../call/hooks.js'
import { noResponse } from '../call/no-response.js'
import { responseInfo } from '../call/response-info.js'
import { safeCause } from '../call/safe-cause.js'
import { sleep, withDeadline } from '../call/timeout.js'
import type { ApiError } from '../errors/api-error.js'
import { apiErrorOf } from '../errors/api-error-of.js'
import { TimeoutError } from '../errors/timeout-error.js'
import type { CallOptions, Hooks } from '../options.js'
import { type Redact, redactAll, redactor } from '../redact.js'
import type { Retries } from '../settings.js'
import { storageAnswer } from './storage-answer.js'

/** Where and how to upload, as the service has said. */
export type UploadTarget = Pick<UploadUrl, 'uploadUrl' | 'uploadFields'>

/** How an archive is uploaded. */
export interface UploadOptions {
  /** Called in place of the global `fetch`, with a `Request` that holds no key. */
  readonly fetch?: CallOptions['fetch']
  /** Longest time that the upload may take with all its attempts, in milliseconds; `Infinity` by default. */
  readonly timeout?: number | undefined
  /** Ends the upload, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** What is done if it fails in passing. A second upload takes the place of the first. */
  readonly retries?: Retries | undefined
  /** Are told of it as of a call of the operation `uploadContext`. */
  readonly hooks?: readonly Hooks[] | undefined
}

const OPERATION = 'uploadContext'
const TYPE = 'application/gzip'
const SUCCESSES: ReadonlySet<number> = new Set([200, 201, 204])
/** The largest answer that is read; that of S3 to a failure has about a kilobyte. */
const LARGEST_ANSWER = 64 * 1024
const RETRIES: Retries = { limit: 2, minDelay: 500, maxDelay: 8000 }

/**
 * Uploads an archive with a form, as S3 takes it: first the fields that the service gave, last the file, which is read while it is
 * sent. No key goes along, as the storage is no part of the API, and no redirect is followed.
 *
 * @param path path of the file with the archive
 * @throws ApiError if the storage refuses it, ConnectionError if there is no answer, TimeoutError if it takes too long, or the reason
 * of the signal.
 */
export async function upload(path: string, target: UploadTarget, options: UploadOptions = {}): Promise<void> {
  const { timeout = Infinity, signal, retries = RETRIES, hooks = [], fetch = streamingFetch } = options
  const sending = {
    operation: OPERATION,
    settings: { hooks, redact: fieldRedactor(target) },
    path,
    target,
    fetch,
  }
  const call = Symbol(OPERATION)
  const start = performance.now()
  const end = start + timeout
  const toError = () => new TimeoutError(`${OPERATION} took longer than ${timeout} ms`, timeout)
  const deadline = { signals: signal === undefined ? [] : [signal], limit: { timeout, toError } }
  try {
    await withDeadline(deadline, async (ended) => {
      /* oxlint-disable no-await-in-loop -- one attempt comes after the other */
      for (let number = 1; ; number += 1) {
        try {
          return await send({ ...sending, attempt: { call, number, signal: ended } })
        } catch (error) {
          const isOver = number > retries.limit || !isTransient(error)
          const delay = isOver ? undefined : delayAfter(error, number, retries, end - performance.now())
          if (delay === undefined) throw error
          emit({ hooks }, 'onRetry', { call, operation: OPERATION, attempt: number, error, delay })
          await sleep(delay, ended)
        }
      }
      /* oxlint-enable no-await-in-loop */
    })
  } catch (error) {
    emit({ hooks }, 'onError', { call, operation: OPERATION, error, duration: performance.now() - start })
    throw error
  }
}

/**
 * Sends a body as it is read. Of a request that has a window, or that may be redirected, `fetch` keeps the body until its end, as it
 * might have to send it again (Fetch Standard, 4.5).
 */
function streamingFetch(request: Request, init: RequestInit): Promise<Response> {
  return fetch(request, { ...init, window: null })
}

/** An upload that is sent. */
interface Upload extends Sending {
  readonly path: string
  readonly target: UploadTarget
  readonly fetch: NonNullable<CallOptions['fetch']>
}

async function send(sending: Upload): Promise<void> {
  const { path, target, fetch, attempt, settings } = sending
  const { redact } = settings
  const body = await formOf(path, target)
  const refusal = await answered(async () => {
    const request = new Request(target.uploadUrl, { method: 'POST', body, redirect: 'error' })
    emitRequest(sending, request)
    const start = performance.now()
    const response = await fetch(request, { signal: attempt.signal })
    const info = responseInfo(response, redact)
    const isDone = SUCCESSES.has(info.status)
    const text = isDone ? '' : await answerText(response)
    if (isDone) await response.body?.cancel()
    emitResponse(sending, request, info, start)
    return isDone ? undefined : refusalOf(info, storageAnswer(redact(text)))
  }, redact)
  if (refusal !== undefined) throw refusal
}

/** Whatever keeps an answer from coming whole is a ConnectionError. */
async function answered<T>(exchange: () => Promise<T>, redact: Redact): Promise<T> {
  try {
    return await exchange()
  } catch (error) {
    throw noResponse(OPERATION, safeCause(error, redact))
  }
}

function refusalOf({ status, headers }: ResponseInfo, body: unknown): ApiError {
  return apiErrorOf({ operation: OPERATION, status, headers, body })
}

/** What the storage says, unless it is too much to be what it is known to say. */
function answerText(response: Response): Promise<string> {
  return responseText(response, LARGEST_ANSWER).catch((error: unknown) => {
    if (error instanceof ResponseTooLargeError) return ''
    throw error
  })
}

async function formOf(path: string, { uploadFields }: UploadTarget): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(uploadFields)) form.append(name, value)
  if (!form.has('Content-Type')) form.append('Content-Type', TYPE)
  form.append('file', await openAsBlob(path, { type: TYPE }), 'context.tar.gz')
  return form
}

/** The fields are a permission to upload, which an answer may repeat. */
function fieldRedactor({ uploadFields }: UploadTarget): Redact {
  const secrets = Object.entries(uploadFields).filter(
    ([name, value]) => /signature|token|policy|credential/i.test(name) && value !== '',
  )
  return redactAll(secrets.map(([, value]) => redactor(value)))
}
