import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { exponentialPart } from '../../../scripts/src/model/backtracking.js'
import { collect } from '../../../scripts/src/diagnostics.js'
import { buildModel } from '../../../scripts/src/model/index.js'

const found: readonly (readonly [source: string, part: string, text: string])[] = [
  ['^(a+)+$', 'a+', `${'a'.repeat(60)}!`],
  ['^(\\w+\\s?)*$', '\\w+', `${'a'.repeat(60)}!`],
  ['(x+x+)+y', 'x+', 'x'.repeat(60)],
]

describe('a regular expression', () => {
  it.each(found)('%s takes exponential time by %s, as an engine shows', (source, part, text) => {
    expect(exponentialPart({ source, flags: 'u' })).toBe(part)
    const test = () => new RegExp(source, 'u').test(text)
    expect(() => runInContext('test()', createContext({ test }), { timeout: 100 })).toThrow('timed out')
  })

  it.each([
    '^[a-z]+$',
    '^([a-z]+-)*[a-z]+$',
    '^(?:a{1,3}){1,3}$',
    '^(\\d+\\.)+\\d+$',
    '(a+)?',
    '^\\(+(a|b)*$',
  ])('%s does not', (source) => {
    expect(exponentialPart({ source, flags: 'u' })).toBeUndefined()
  })

  it('is taken as it is when to look at it would take too long', () => {
    expect(exponentialPart({ source: `${'('.repeat(60)}a${'+)'.repeat(60)}`, flags: '' })).toBeUndefined()
  })

  it('of a document is warned of, where it stands', () => {
    const schemas = {
      A: { type: 'string', pattern: '^(a+)+$' },
      B: { type: 'object', patternProperties: { '^(b+)+$': { type: 'string' } } },
      C: { type: 'string', pattern: '^c+$' },
    }
    const info = { title: 'T', version: '1' }
    const { diagnostics } = collect((report) =>
      buildModel({ openapi: '3.1.0', info, paths: {}, components: { schemas } }, report),
    )
    expect(diagnostics).toMatchObject([
      { severity: 'warning', pointer: '/components/schemas/A/pattern' },
      { severity: 'warning', pointer: '/components/schemas/B/patternProperties/^(b+)+$' },
    ])
    expect(diagnostics[0]!.message).toBe(
      '"a+" in "^(a+)+$" repeats inside of what repeats: some texts take twice as long with each character',
    )
  })
})
