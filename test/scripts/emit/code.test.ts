import { describe, expect, it } from 'vitest'
import { code, join, literal, nothing } from '../../../scripts/src/emit/index.js'

describe('code', () => {
  it('takes the indentation of the template off', () => {
    const printed = code`
      if (a) {
        b()
      }
    `
    expect(printed.text).toBe('if (a) {\n  b()\n}')
  })

  it('indents several lines like the line that they are put in', () => {
    const inner = code`
      x()
      y()
    `
    const printed = code`
      if (a) {
        ${[inner, code`z()`]}
      }
    `
    expect(printed.text).toBe('if (a) {\n  x()\n  y()\n  z()\n}')
  })

  it('drops the line of an interpolation that is empty', () => {
    const printed = code`
      a()
      ${[]}
      ${nothing}
      b(${nothing})
    `
    expect(printed.text).toBe('a()\nb()')
  })

  it('does not take interpolated text for its own', () => {
    expect(code`f(${literal('${x}\n      y')})`.text).toBe("f('${x}\\n      y')")
  })

  it('does not compile with a string', () => {
    // @ts-expect-error a string of a document is no code
    expect(() => code`${'evil()'}`).toThrow()
  })
})

describe('join', () => {
  it.each([
    [[], ''],
    [[code`a`], 'a'],
    [[code`a`, code`b`], 'a && b'],
  ])('joins', (pieces, want) => {
    expect(join(pieces, ' && ').text).toBe(want)
  })
})
