import { describe, expect, it } from 'vitest'
import { component, document, oracle, pageExample, valueAt } from './document.js'

describe('the reference page, word for word', () => {
  const problems = oracle(document)

  it.each([
    ['request', 'CreateAgentRequest', 'CreateAgent'],
    ['response', 'Agent', 'AgentCreated'],
  ] as const)('%s is valid under %s and is the example %s', (kind, schema, example) => {
    const value = pageExample(kind)
    expect(problems(component(schema), value)).toEqual([])
    const inDocument = valueAt(document, `/components/examples/${example}/value`)
    expect(JSON.stringify(inDocument)).toBe(JSON.stringify(value))
  })
})
