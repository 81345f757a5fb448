import { notify } from '../notify.js'
import type { Hooks } from '../options.js'
import { type Redact, redactHeaders } from '../redact.js'
import type { Attempt } from './attempts.js'

/** A request as far as its observers need to know it. */
export interface Sending {
  /** The operation that was called: `createAgent`. */
  readonly operation: string
  readonly attempt: Attempt
  readonly settings: { readonly hooks: readonly Hooks[]; readonly redact: Redact }
}

/** A response as far as it is shown. */
export interface Received {
  readonly status: number
  readonly headers: Headers
  /** In milliseconds. */
  readonly duration: number
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
export function emitRequest(
  { operation, attempt, settings }: Sending,
  { method, url, headers }: Request,
): void {
  if (!isHooked(settings, 'onRequest')) return
  const { redact } = settings
  emit(settings, 'onRequest', {
    call: attempt.call,
    operation,
    attempt: attempt.number,
    method,
    url: redact(url),
    headers: redactHeaders(headers, redact),
  })
}

/** Tells the hooks that a response has come. */
export function emitResponse(
  { operation, attempt, settings }: Sending,
  sent: Request | undefined,
  received: Received,
): void {
  if (sent === undefined || !isHooked(settings, 'onResponse')) return
  const { method, url } = sent
  emit(settings, 'onResponse', {
    call: attempt.call,
    operation,
    attempt: attempt.number,
    method,
    url: settings.redact(url),
    ...received,
  })
}
