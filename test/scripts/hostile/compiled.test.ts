import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { compileSchema } from '../../../scripts/src/index.js'
import type { JsonObject } from '../../../scripts/src/json.js'
import { declarations, inspect } from './inspect.js'
import { payloads } from './payloads.js'
import { importAll } from './run.js'

function pointer(text: string): string {
  return `#/$defs/${encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))}`
}

/** A schema that says a text wherever it can, and its module. */
function compile(text: string): string {
  const schema: JsonObject = {
    $id: `https://x.test/${text}`,
    title: text,
    $comment: text,
    properties: Object.fromEntries([[text, { $ref: pointer(text) }]]),
    required: [text],
    enum: [text, { a: text }],
    $ref: 'https://y.test/remote',
    not: { $ref: 'inner' },
    $defs: Object.fromEntries([
      [text, { description: text, const: text }],
      ['inner', { $id: 'inner', $defs: {}, minimum: 1, format: text }],
    ]),
  }
  const remotes = {
    'https://y.test/remote': { $id: `https://y.test/${text}#`, items: { minLength: 1, examples: [text] } },
  }
  return compileSchema(schema, { remotes: { ...remotes, [text]: true }, formats: 'assert' })
}

describe('a compiled schema', () => {
  it.each(Object.entries(payloads))('has %s as data alone', (_, text) => {
    const { errors, identifiers, specifiers, statements } = inspect(compile(text))
    expect(errors).toEqual([])
    expect(identifiers).not.toContain('pwned')
    expect([...specifiers]).toEqual([])
    // The shipped error is a class.
    expect(
      [...statements].filter((kind) => !declarations.has(kind) && kind !== ts.SyntaxKind.ClassDeclaration),
    ).toEqual([])
  })

  it('runs nothing of what it says', async () => {
    const files = Object.values(payloads).map((text, index) => ({
      path: `${index}.ts`,
      content: compile(text),
      status: 'created' as const,
    }))
    expect(await importAll([files])).toEqual({ sprung: 0, failed: [] })
  })
})
