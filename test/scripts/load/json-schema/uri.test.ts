import { describe, expect, it } from 'vitest'
import { fragmentOf, resolveUri } from '../../../../scripts/src/load/json-schema/uri.js'

describe('resolveUri', () => {
  // RFC 3986, 5.4, without the fragments.
  it.each([
    ['g:h', 'g:h'],
    ['g', 'http://a/b/c/g'],
    ['./g', 'http://a/b/c/g'],
    ['g/', 'http://a/b/c/g/'],
    ['/g', 'http://a/g'],
    ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y', 'http://a/b/c/g?y'],
    ['#s', 'http://a/b/c/d;p?q'],
    ['g#s', 'http://a/b/c/g'],
    ['g?y#s', 'http://a/b/c/g?y'],
    [';x', 'http://a/b/c/;x'],
    ['g;x', 'http://a/b/c/g;x'],
    ['', 'http://a/b/c/d;p?q'],
    ['.', 'http://a/b/c/'],
    ['./', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
    ['../..', 'http://a/'],
    ['../../', 'http://a/'],
    ['../../g', 'http://a/g'],
    ['../../../g', 'http://a/g'],
    ['/./g', 'http://a/g'],
    ['/../g', 'http://a/g'],
    ['g.', 'http://a/b/c/g.'],
    ['.g', 'http://a/b/c/.g'],
    ['g..', 'http://a/b/c/g..'],
    ['..g', 'http://a/b/c/..g'],
    ['./../g', 'http://a/b/g'],
    ['./g/.', 'http://a/b/c/g/'],
    ['g/./h', 'http://a/b/c/g/h'],
    ['g/../h', 'http://a/b/c/h'],
    ['g;x=1/../y', 'http://a/b/c/y'],
    ['g?y/../x', 'http://a/b/c/g?y/../x'],
    ['http://x/../y', 'http://x/y'],
    ['//x/./y', 'http://x/y'],
  ])('%j on the base of the RFC is %j', (reference, want) => {
    expect(resolveUri(reference, 'http://a/b/c/d;p?q')).toBe(want)
  })

  it.each([
    ['g', 'http://a', 'http://a/g'],
    ['node', 'https://x/tree#', 'https://x/node'],
    ['#/$defs/a', 'urn:example:weather?=op=map&lat=39.56', 'urn:example:weather?=op=map&lat=39.56'],
    ['urn:uuid:1', 'https://x/', 'urn:uuid:1'],
    ['#a', '', ''],
    ['b.json', '', 'b.json'],
    ['b.json', 'x/a.json', 'x/b.json'],
    ['../b.json', 'x/y/a.json', 'x/b.json'],
  ])('%j on the base %j is %j', (reference, base, want) => {
    expect(resolveUri(reference, base)).toBe(want)
  })
})

it.each([
  ['a#b', 'b'],
  ['#', ''],
  ['a', ''],
  ['a#b#c', 'b#c'],
])('the fragment of %j is %j', (reference, want) => {
  expect(fragmentOf(reference)).toBe(want)
})
