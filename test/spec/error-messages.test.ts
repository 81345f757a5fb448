import { describe, expect, it } from 'vitest'
import { childPointer } from '../../scripts/src/json.js'
import { asObject, document, followed, valueAt } from './document.js'
import { examplesAt, operations, responsesOf, type DocumentOperation } from './operations.js'
import { documentedRefusals } from './refusals.js'

/** Code and message of each example of a response, as `documentedRefusals` writes them. */
function refusalsAt(place: string): string[] {
  const examples = `${place}/content/application~1json/examples`
  return (examplesAt(place) ?? []).map((name) => {
    const example = asObject(valueAt(document, followed(document, childPointer(examples, name))))
    const { code, error, message } = asObject(example['value'])
    return `${String(code)}: ${String(error ?? message)}`
  })
}

/** Whether an example is the one that is documented, in which `{name}` stands for any text. */
function matches(example: string, documented: string): boolean {
  const parts = documented.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`).test(example)
}

/** The statuses of an operation that refuse, each with its examples. */
function refusals(operation: DocumentOperation): [status: string, refusals: string[]][] {
  return responsesOf(operation)
    .filter(([status]) => !status.startsWith('2'))
    .map(([status, place]) => [status, refusalsAt(place)])
}

describe('the refusals', () => {
  const rows = operations.map((operation) => [operation.operationId, operation] as const)

  it.each(rows)('of %s have the documented texts as examples, and no other', (id, operation) => {
    const found = refusals(operation)
    const documented = documentedRefusals[id] ?? {}
    expect(found.map(([status]) => status)).toEqual(Object.keys(documented))
    for (const [status, examples] of found) {
      const texts = documented[status] ?? []
      const missing = texts.filter((text) => examples.filter((each) => matches(each, text)).length !== 1)
      expect(missing, status).toEqual([])
      expect(examples, status).toHaveLength(texts.length)
    }
  })
})
