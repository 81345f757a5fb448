import { describe, expect, it } from 'vitest'
import { emptyIn, faultsOfForm, pairsOf, readable, wantedPairs } from '../../../corpus/stripe/referee.js'
import type { JsonObject, JsonValue } from '../../../scripts/src/json.js'

const deep = { style: 'deepObject', explode: true }
const value = {
  name: 'a&b=c ü',
  tags: ['x', 'y'],
  metadata: { k: '+' },
  items: [{ n: 1, codes: [true] }],
  expand: [],
}
const encodings = { metadata: deep, items: deep, expand: deep }

describe('a form', () => {
  const name = 'name=a%26b%3Dc+%C3%BC'
  const rest = 'metadata%5Bk%5D=%2B&items%5B0%5D%5Bn%5D=1&items%5B0%5D%5Bcodes%5D%5B%5D=true'

  it.each<[string, string, string[]]>([
    ['with brackets that are empty', `${name}&tags=x&tags=y&${rest}`, []],
    ['with a space as an escape', `${name.replace('+', '%20')}&tags=x&tags=y&${rest}`, []],
    ['with indexes', `${name}&tags=x&tags=y&${rest.replace('%5B%5D', '%5B0%5D')}`, []],
    ['in another order', `${rest}&tags=x&${name}&tags=y`, []],
    [
      'with items in another order',
      `${name}&tags=y&tags=x&${rest}`,
      [expect.stringMatching(/^the form is .*"tags=y","tags=x"\], not .*"tags=x","tags=y"\]$/)],
    ],
    [
      'with items by a comma',
      `${name}&tags=x%2Cy&${rest}`,
      [
        'what the document does not describe is ["tags=x,y"], not []',
        'what is missing is ["tags=x","tags=y"], not []',
      ],
    ],
    [
      'with JSON',
      `${name}&tags=x&tags=y&${rest.replace('%5Bk%5D=%2B', '=%7B%22k%22%3A%22%2B%22%7D')}`,
      [
        'what the document does not describe is ["metadata={\\"k\\":\\"+\\"}"], not []',
        'what is missing is ["metadata[k]=+"], not []',
      ],
    ],
    [
      'escaped twice',
      `${name.replace('%C3%BC', '%25C3%25BC')}&tags=x&tags=y&${rest}`,
      [expect.stringMatching(/^what the document/), 'what is missing is ["name=a&b=c ü"], not []'],
    ],
    [
      'with indexes where there should be none',
      `${name}&tags%5B0%5D=x&tags%5B1%5D=y&${rest}`,
      [
        'what the document does not describe is ["tags[0]=x","tags[1]=y"], not []',
        'what is missing is ["tags=x","tags=y"], not []',
      ],
    ],
    [
      'with a part twice',
      `${name}&tags=x&tags=y&${rest}&metadata%5Bk%5D=%2B`,
      [expect.stringMatching(/^the form is .*"metadata\[k\]=\+","metadata\[k\]=\+"/)],
    ],
    [
      'with names that go on after brackets that are empty',
      `${name}&tags=x&tags=y&${rest.replaceAll('%5B0%5D', '%5B%5D')}`,
      [
        'what the document does not describe is ["items[][codes][0]=true","items[][n]=1"], not []',
        'what is missing is ["items[0][codes][0]=true","items[0][n]=1"], not []',
      ],
    ],
    ['with brackets as they are', `metadata[k]=1`, ['metadata[k]=1 has what should be escaped']],
    ['not in ASCII', `name=ü`, ['name=ü has what should be escaped']],
  ])('%s', (_, text, faults) => {
    expect(faultsOfForm(text, value, encodings)).toEqual(faults)
  })

  it('without parts', () => {
    expect(faultsOfForm('', { expand: [], metadata: {} }, encodings)).toEqual([])
    expect(faultsOfForm('expand=', { expand: [] }, encodings)).toEqual([
      'what the document does not describe is ["expand="], not []',
    ])
    expect(pairsOf('')).toEqual([])
    expect(pairsOf('a=b=c&d')).toEqual([
      ['a', 'b=c'],
      ['d', ''],
    ])
  })
})

it.each<[JsonObject, JsonObject, string]>([
  [{ a: { b: 1 } }, {}, 'a is an object in the style form'],
  [{ a: [1] }, { style: 'pipeDelimited', explode: true }, 'a has the style pipeDelimited'],
  [{ a: [1] }, { explode: false }, 'a is not exploded'],
  [{ a: { b: 1 } }, { style: 'deepObject' }, 'a is not exploded'],
])('of %j by %j nothing is known', (given, encoding, message) => {
  expect(() => wantedPairs(given, { a: encoding })).toThrow(message)
})

it.each<[JsonValue, unknown, empty: number]>([
  [{ a: 1, b: [true, 'x'], c: null }, { a: '1', b: ['true', 'x'], c: 'null' }, 0],
  [{ a: { b: {} }, c: [], d: '' }, { d: '' }, 2],
  [{}, {}, 0],
])('%j is read as %j', (given, want, empty) => {
  expect(readable(given)).toEqual(want)
  expect(emptyIn(given)).toBe(empty)
})
