import { notify } from '../notify.js'
import type { Hooks } from '../options.js'
import { type Redact, redactHeaders } from '../redact.js'
import type { ResponseInfo } from './api-promise.js'
import type { Attempt } from './attempts.js'

/** A request as far as its observers need to know it. */
export interface Sending {
  /** The operation that was called: `createAgent`. */
  readonly operation: string
  readonly attempt: Attempt
  readonly settings: { readonly hooks: readonly Hooks[]; readonly redact: Redact }
}

/** Tells the hooks of the client, and then those of the call, that something has happened. */
export function emit<Name extends keyof Hooks>(
  { hooks }: { readonly hooks: readonly Hooks[] },
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  for (const each of hooks) {
    // The event is of the type that the hook of this name takes.
    notify(each[name] as ((event: unknown) => void) | undefined, event)
  }
}

/** Whether anybody listens, so that an event that costs something is made only then. */
function isHooked({ hooks }: { readonly hooks: readonly Hooks[] }, name: keyof Hooks): boolean {
  return hooks.some((each) => each[name] !== undefined)
}

/** Tells the hooks that a request is about to be sent. */
export function emitRequest({ operation, attempt, settings }: Sending, request: Request): void {
  if (!isHooked(settings, 'onRequest')) return
  const { redact } = settings
  emit(settings, 'onRequest', {
    call: attempt.call,
    operation,
    attempt: attempt.number,
    method: request.method,
    url: redact(request.url),
    headers: redactHeaders(request.headers, redact),
  })
}

/** Tells the hooks that a response has come. `start` is the time before the request, of `performance.now()`. */
export function emitResponse(
  { operation, attempt, settings }: Sending,
  sent: Request | undefined,
  response: ResponseInfo,
  start: number,
): void {
  if (sent === undefined || !isHooked(settings, 'onResponse')) return
  emit(settings, 'onResponse', {
    call: attempt.call,
    operation,
    attempt: attempt.number,
    method: sent.method,
    url: settings.redact(sent.url),
    status: response.status,
    headers: response.headers,
    duration: performance.now() - start,
  })
}
