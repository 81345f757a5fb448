import { createHash } from 'node:crypto'
import { own } from '../json.js'
import { quote } from './describe.js'
import type { Findings } from './findings.js'
import { setOwn, type MutableObject } from './mutable.js'
import { pointerOf } from './reference.js'

/** An operation of a bundle and the way to it. */
export interface LocatedOperation {
  readonly operation: MutableObject
  readonly tokens: readonly string[]
}

/**
 * Gives an `operationId` to each operation without one, made of its method and path: `getAgentsByAgentName`. Where two would be
 * the same, or the name is already one of the document, a hash of the operation's own place is added to each that was made. The
 * ids of the document must differ (OpenAPI 3.1.1, 4.8.10.1).
 */
export function identifyOperations(operations: readonly LocatedOperation[], findings: Findings): void {
  const given = new Map<string, readonly string[]>()
  for (const { operation, tokens } of operations) {
    const id = idOf(operation)
    const earlier = id === undefined ? undefined : given.get(id)
    if (id === undefined) continue
    given.set(id, earlier ?? tokens)
    if (earlier) reportRepeated(id, tokens, earlier, findings)
  }
  const missing = operations.filter(({ operation }) => isMissing(operation))
  const wanted = new Map<string, number>()
  for (const { tokens } of missing) wanted.set(nameOf(tokens), (wanted.get(nameOf(tokens)) ?? 0) + 1)
  for (const { operation, tokens } of missing) {
    const name = nameOf(tokens)
    const clashes = given.has(name) || wanted.get(name) !== 1
    const id = clashes ? `${name}_${hash(tokens)}` : name
    const message = `\`operationId\` is missing; the operation is called ${quote(id)}`
    findings.warning(tokens, { message, hint: 'Add an `operationId` to choose the name.' })
    if (given.has(id)) reportRepeated(id, tokens, given.get(id) ?? [], findings)
    setOwn(operation, 'operationId', id)
  }
}

function idOf(operation: MutableObject): string | undefined {
  const id = own(operation, 'operationId')
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** What is no string is reported as such. */
function isMissing(operation: MutableObject): boolean {
  const id = own(operation, 'operationId')
  return id === undefined || id === ''
}

function reportRepeated(
  id: string,
  tokens: readonly string[],
  earlier: readonly string[],
  findings: Findings,
): void {
  const [path, method] = earlier.slice(-2)
  findings.error([...tokens, 'operationId'], {
    message: `the operationId ${quote(id)} is also that of ${method?.toUpperCase()} ${quote(path ?? '')}`,
    hint: 'Give each operation an `operationId` of its own.',
  })
}

/**
 * The method, then the words of the path in PascalCase, `By` before a parameter. An expression stands for whatever URL somebody gave, so
 * a callback lends its own name.
 */
function nameOf(tokens: readonly string[]): string {
  const [section, callback = ''] = tokens.slice(-4, -2)
  const [key = '', method = ''] = tokens.slice(-2)
  const path = section === 'callbacks' ? callback : key
  const words = path.replaceAll('{', ' by ').match(/[\p{L}\p{N}]+/gu) ?? ['root']
  return method + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')
}

function hash(tokens: readonly string[]): string {
  return createHash('sha256').update(pointerOf(tokens)).digest('hex').slice(0, 8)
}
