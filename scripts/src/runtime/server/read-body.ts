import { abandon } from './abandon.js'
import { headerText } from './header-text.js'
import { entryFor } from './media-type.js'
import { isNestedDeeper } from './nesting.js'
import { refuseMalformed, RefusedError } from './refusal.js'
import type { Contents, Validate } from './route.js'

/** A body that was read, and what checks it. */
export interface ReadBody {
  readonly value: unknown
  readonly validate: Validate
}

/** Deepest nesting of a body (RFC 8259, 9 allows a limit). It protects the stacks of validators and handlers. */
const DEEPEST = 512

/**
 * Reads a body of JSON; `undefined` if there is none. Content without a type is refused: RFC 9110, 8.3 lets a recipient guess,
 * but then a page of another origin could send JSON without the browser asking first.
 * @throws RefusedError if the type is not documented, or the body is too large, nested too deep, or no JSON.
 */
export async function readBody(
  contents: Contents,
  { body, headers }: Request,
  maxBodyBytes: number,
): Promise<ReadBody | undefined> {
  if (body === null) return undefined
  const contentType = headers.get('content-type')
  const validate = contentType === null ? undefined : entryFor(contents, contentType)
  // Without a type it may be that there is no content either, which only reading tells.
  if (contentType !== null && !validate) return refuseType(contents, `the content type ${contentType}`)
  refuseCoding(contents, headers.get('content-encoding'))
  if (Number(headers.get('content-length')) > maxBodyBytes) return refuseSize(maxBodyBytes)
  const text = await readText(body, maxBodyBytes)
  if (text === '') return undefined
  return validate ? { value: parseJson(text), validate } : refuseType(contents, 'no content type')
}

async function readText(body: NonNullable<Request['body']>, maxBodyBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  const write = (chunk: Uint8Array): void => {
    size += chunk.byteLength
    if (size > maxBodyBytes) refuseSize(maxBodyBytes)
    text += decode(decoder, chunk)
  }
  await body.pipeTo(new WritableStream({ write }), { preventCancel: true }).catch((error: unknown) => {
    abandon(body)
    throw error
  })
  return text + decode(decoder)
}

/** The text of one chunk, or without one the end of the text. */
function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    return refuseMalformed('body', 'The body is not UTF-8')
  }
}

function parseJson(text: string): unknown {
  if (isNestedDeeper(text, DEEPEST))
    refuseMalformed('body', `The body is nested deeper than ${DEEPEST} levels`)
  try {
    return JSON.parse(text)
  } catch {
    return refuseMalformed('body', 'The body is not valid JSON')
  }
}

function refuseSize(maxBodyBytes: number): never {
  const message = `The body has more than ${maxBodyBytes} bytes`
  throw new RefusedError({ kind: 'body-too-large', status: 413, headers: {}, message, maxBodyBytes })
}

function refuseType(contents: Contents, found: string): never {
  const supported = Object.keys(contents)
  throw new RefusedError({
    kind: 'unsupported-media-type',
    status: 415,
    headers: { accept: headerText(supported.join(', ')) },
    message: `The body has ${found}; send ${supported.join(' or ')}`,
    supported,
  })
}

function refuseCoding(contents: Contents, coding: string | null): void {
  if (coding === null || coding.trim().toLowerCase() === 'identity') return
  throw new RefusedError({
    kind: 'unsupported-media-type',
    status: 415,
    headers: { 'accept-encoding': 'identity' },
    message: `The body has the content coding ${coding}; send it without one`,
    supported: Object.keys(contents),
  })
}
