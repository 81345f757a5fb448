import { describe, expect, it } from 'vitest'
import { KeyCodec } from '../../../../scripts/src/layers/types/key-codec.js'

describe('KeyCodec', () => {
  it.each(['a', 'a b', "it's", 'a/b~c', '__proto__', '01', '\uE010'])('leaves %j as it is', (name) => {
    const codec = new KeyCodec('')
    expect(codec.encode(name)).toBe(name)
    expect(codec.decode(name)).toBeUndefined()
  })

  it('brings back what it changes', () => {
    const codec = new KeyCodec('')
    const names = ['%', '#/a', '', '0', '1e+21', 'NaN']
    const encoded = names.map((name) => codec.encode(name))
    expect(new Set(encoded).size).toBe(names.length)
    expect(encoded.filter((name) => /[%#]|^$|^\d/.test(name))).toEqual([])
    expect(encoded.map((name) => codec.decode(name))).toEqual(names)
    expect(names.map((name) => codec.encode(name))).toEqual(encoded)
  })

  it('uses a mark that is not in the document', () => {
    expect(new KeyCodec('a\uE010\uE010b').encode('%')).toBe('\uE010\uE010\uE0100')
  })
})
