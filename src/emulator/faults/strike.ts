import { type ServerResponse, STATUS_CODES } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendResponse } from '@remix-run/node-fetch-server'
import { type ErrorReply, errorResponse, errors, undocumentedError } from '../error-reply.js'
import { type FaultKind, type FaultOf, type RequestFaultKind, whenOf } from './fault.js'

/** A request that a fault strikes. */
export interface Exchange {
  readonly response: ServerResponse
  /** Lets the emulator do what is asked for, and gives its answer. */
  readonly answer: () => Promise<Response>
}

/** What goes wrong. `answer` is that of the emulator, if it has done what is asked for. */
type Effect<K extends FaultKind> = (
  fault: FaultOf<K>,
  answer: Response | undefined,
  exchange: Exchange,
) => void | Promise<void>

const EFFECTS: { readonly [K in RequestFaultKind]: Effect<K> } = {
  reset: (_fault, _answer, { response }) => void response.socket?.resetAndDestroy(),
  hang: (_fault, _answer, { response }) => void response.req.resume(),
  slow: async ({ delay = 1000 }, answer, exchange) => {
    if (await isStillThereAfter(delay, exchange.response))
      await send(answer ?? (await exchange.answer()), exchange)
  },
  truncate: async (_fault, answer = blank(), { response }) => {
    // The end of the connection must not overtake the body.
    await sendHalf(answer, response, () => response.destroy())
  },
  stall: async (_fault, answer = blank(), { response }) => {
    await sendHalf(answer, response)
  },
  'invalid-json': async (_fault, answer = blank(), exchange) => {
    const text = await answer.text()
    await send(new Response(text.slice(0, -1) || '{', answer), exchange)
  },
  'content-type': async ({ contentType = 'text/html' }, answer = blank(), exchange) => {
    const changed = new Response(answer.body, answer)
    changed.headers.set('content-type', contentType)
    await send(changed, exchange)
  },
  status: (fault, answer, exchange) => {
    void answer?.body?.cancel()
    return send(otherAnswer(fault), exchange)
  },
}

/** Lets a fault happen to a request. */
export async function strike(fault: FaultOf<RequestFaultKind>, exchange: Exchange): Promise<void> {
  const answer = whenOf(fault) === 'after' ? await exchange.answer() : undefined
  if (!exchange.response.destroyed) await effect(fault, answer, exchange)
}

function effect<K extends RequestFaultKind>(
  fault: FaultOf<K>,
  answer: Response | undefined,
  exchange: Exchange,
): void | Promise<void> {
  return EFFECTS[fault.kind](fault, answer, exchange)
}

/** What is answered in place of the emulator when it has done nothing. */
function blank(): Response {
  return Response.json({})
}

async function send(answer: Response, { response }: Exchange): Promise<void> {
  if (!response.destroyed) await sendResponse(response, answer)
}

/** Sends the head of an answer, which promises all of the body, and half of the body. */
async function sendHalf(answer: Response, response: ServerResponse, onSent?: () => void): Promise<void> {
  const body = Buffer.from(await answer.arrayBuffer())
  response.writeHead(answer.status, answer.statusText, [
    ...[...answer.headers].flat(),
    'content-length',
    String(body.length),
  ])
  response.flushHeaders()
  response.write(body.subarray(0, Math.floor(body.length / 2)), onSent)
}

/** Waits, unless the other end goes first. */
async function isStillThereAfter(delay: number, response: ServerResponse): Promise<boolean> {
  const gone = new AbortController()
  const onClose = () => gone.abort()
  response.once('close', onClose)
  const isThere = await sleep(delay, true, { signal: gone.signal }).catch(() => false)
  response.off('close', onClose)
  return isThere
}

function otherAnswer({ status, retryAfter, body, headers = {} }: FaultOf<'status'>): Response {
  const answer = body === undefined ? errorResponse(errorOf(status)) : responseOf(body, status)
  if (retryAfter !== undefined) answer.headers.set('retry-after', String(retryAfter))
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}

function responseOf(body: unknown, status: number): Response {
  return typeof body === 'string' ? new Response(body, { status }) : Response.json(body, { status })
}

/** The documented error of a status, where there is one for every operation. */
function errorOf(status: number): ErrorReply<number> {
  if (status === 401) return errors.unauthorized()
  if (status === 429) return errors.rateLimit()
  if (status === 500) return errors.internal()
  return undocumentedError(status, STATUS_CODES[status] ?? `Status ${status}`)
}
