import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { setterName } from '../../../../scripts/src/layers/builders/setter-name.js'

describe('setterName', () => {
  it.each([
    ['image', 'image'],
    ['content-type', 'content-type'],
    ['content_type', 'content_type'],
    ['delete', 'delete'],
    ['', ''],
    ['set', 'set'],
    ['build', 'setBuild'],
    ['with', 'setWith'],
    ['then', 'setThen'],
    ['toJSON', 'setToJSON'],
    ['Build', 'Build'],
    ['buildId', 'buildId'],
    ['setBuild', 'setSetBuild'],
    ['setSetBuild', 'setSetSetBuild'],
    ['setbuild', 'setbuild'],
    ['setImage', 'setImage'],
    ['__proto__', 'set__proto__'],
  ])('calls the setter of %j %j', (property, want) => {
    expect(setterName(property)).toBe(want)
  })

  it.each(Object.getOwnPropertyNames(Object.prototype))('leaves %s to the object', (name) => {
    expect(setterName(name)).not.toBe(name)
  })

  it('never gives two properties the same setter', () => {
    const taken = fc.constantFrom('build', 'Build', 'with', 'toString', '__proto__')
    const prefixes = fc.array(fc.constantFrom('set', 'Set'), { maxLength: 3 }).map((all) => all.join(''))
    const name = fc.tuple(prefixes, taken).map(([prefix, rest]) => prefix + rest)
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(setterName(a) === setterName(b)).toBe(a === b)
      }),
      { numRuns: 2_000 },
    )
  })
})
