import { type Code, code, type Declaration, importedType, join, literal } from '../../emit/index.js'
import type { Operation, Response } from '../../model/types.js'
import { gottenType } from './content-types.js'
import { headersType } from './response-headers.js'
import { finalResponses, preferred, responseKind } from './response-kind.js'

const RESULT = 'runtime/client/result.ts'

/** What the type of an operation's outcome is called. */
export function resultName({ name }: Operation): string {
  return `${name}Result`
}

/** `CreateAgentResult`: a union over the documented responses and all others. */
export function resultType(operation: Operation, own: ReadonlySet<string>): Declaration {
  return {
    kind: 'type',
    name: resultName(operation),
    visibility: 'public',
    doc: { text: resultDoc(operation) },
    type: join([...documented(operation, own), ...others(operation, own)], ' | '),
  }
}

function resultDoc(operation: Operation): string {
  const list = finalResponses(operation).map(
    ({ status, description }) => `- \`${status}\`: ${description.trim().replaceAll(/\s+/g, ' ')}`,
  )
  return [`What \`${operation.id}\` gives, told apart by \`ok\` and \`status\`:`, '', ...list].join('\n')
}

/** A member for each type of content that documented statuses have. */
function documented(operation: Operation, own: ReadonlySet<string>): Code[] {
  const groups = new Map<string, { kind: Code; content: Code; statuses: Code[] }>()
  for (const response of named(operation)) {
    const kind = importedType(RESULT, response.outcome === 'success' ? 'Success' : 'Failure')
    const content = contentType(operation, response, own)
    const key = `${kind.text} ${content.text}`
    const statuses = [...(groups.get(key)?.statuses ?? []), statusType(operation, response)]
    groups.set(key, { kind, content, statuses })
  }
  return [...groups.values()].map(
    ({ kind, content, statuses }) => code`${kind}<${join(statuses, ' | ')}, ${content}>`,
  )
}

/** The members for all statuses that are not named: what `default` says of them, or that nothing is known. */
function others(operation: Operation, own: ReadonlySet<string>): Code[] {
  const fallback = finalResponses(operation).find(({ status }) => status === 'default')
  const failure = importedType(RESULT, 'Failure')
  const names = named(operation).map(({ status }) => plainStatus(status))
  if (fallback === undefined) return [code`${failure}<${except(ANY_STATUS, names)}, unknown>`]
  const content = contentType(operation, fallback, own)
  if (fallback.outcome === 'error') return [code`${failure}<${except(ANY_STATUS, names)}, ${content}>`]
  const successes = plainStatus('2XX')
  return [
    code`${importedType(RESULT, 'Success')}<${successes}, ${content}>`,
    code`${failure}<${except(ANY_STATUS, [successes, ...names])}, ${content}>`,
  ]
}

const ANY_STATUS = importedType(RESULT, 'HttpStatus')

function named(operation: Operation): readonly Response[] {
  return finalResponses(operation).filter(({ status }) => status !== 'default')
}

/** The statuses of a response: one, or those of a class that are not named by themselves. */
function statusType(operation: Operation, { status }: Response): Code {
  if (!status.endsWith('XX')) return plainStatus(status)
  const twins = named(operation).filter(
    (it) => it.status !== status && it.status.startsWith(status.charAt(0)),
  )
  return except(
    plainStatus(status),
    twins.map((it) => plainStatus(it.status)),
  )
}

function plainStatus(status: string): Code {
  return status.endsWith('XX') ? importedType(RESULT, `Status${status}`) : literal(Number(status))
}

function except(type: Code, excluded: readonly Code[]): Code {
  return excluded.length === 0 ? type : code`Exclude<${type}, ${join(excluded, ' | ')}>`
}

/** The types of the body and, if some are described, the header fields. */
function contentType(operation: Operation, response: Response, own: ReadonlySet<string>): Code {
  const headers = headersType(operation, response)
  const body = bodyType(operation, response, own)
  return headers === undefined ? body : join([body, headers], ', ')
}

function bodyType(operation: Operation, response: Response, own: ReadonlySet<string>): Code {
  const types = {
    content: () => gottenType(preferred(response.contents), own),
    none: () => code`undefined`,
    any: () => code`unknown`,
  }
  return types[responseKind(operation, response)]()
}
