import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../../corpus/github/local-server.js'
import { pathValues, routerOf } from '../../../corpus/github/router.js'
import { faultsOfRequest } from '../../../corpus/github/wire.js'
import { calls, operations } from './document.js'

const [get, , put] = calls
const path = '/things/a%20b%2F%C3%BC%3Fx%3D1%26y%2350%25%2B%2C%3B%22'
const query = 'page=9&tags=a%20b%2F%C3%BC%3Fx%3D1%26y%2350%25%2B%2C%3B%22&tags=second'
const good: Recorded = { method: 'GET', path, query, headers: {}, body: Buffer.from('') }

describe('routes', () => {
  it.each([
    ['GET', '/things/all', 'things/all'],
    ['GET', '/things/other', 'things/get'],
    ['PUT', '/things/all', 'things/put-it'],
    ['POST', '/things/all', undefined],
    ['GET', '/things/a/b', undefined],
    ['GET', '/things/', undefined],
  ])('%s %s', (method, target, id) => {
    expect(routerOf(operations)(method, target)?.id).toBe(id)
  })

  it('have decoded values', () => {
    expect(pathValues('/a.b/{x}...{y}', '/a.b/1%2F2...3')).toEqual(
      new Map([
        ['x', '1/2'],
        ['y', '3'],
      ]),
    )
    expect(pathValues('/a.b/{x}', '/a-b/1')).toBeUndefined()
  })
})

describe('a request', () => {
  it.each<[string, Partial<Recorded>, string[]]>([
    ['as it should be', {}, []],
    [
      'of another order',
      { query: 'tags=second&tags=a%20b%2F%C3%BC%3Fx%3D1%26y%2350%25%2B%2C%3B%22&page=9' },
      [],
    ],
    ['of another method', { method: 'POST' }, ['method is "POST", not "GET"']],
    ['of another path', { path: '/thing' }, [expect.stringMatching(/^path is undefined, not \{"name"/)]],
    ['not escaped', { path: `${path}"` }, [expect.stringMatching(/^path .* escaped$/), expect.anything()]],
    ['escaped twice', { path: path.replace('%20', '%2520') }, [expect.stringMatching(/^path is /)]],
    ['without a parameter', { query: 'page=9' }, [expect.stringMatching(/^query is /)]],
    ['with one more', { query: `${query}&x=1` }, [expect.stringMatching(/^query is /)]],
    ['with another value', { query: query.replace('9', '8') }, [expect.stringMatching(/^query is /)]],
    ['with a plus', { query: query.replace('%20', '+') }, [expect.stringMatching(/^query .* escaped$/)]],
    ['with a body', { body: Buffer.from('{}') }, ['body is "{}", not ""']],
    [
      'with a type',
      { headers: { 'content-type': 'text/plain' } },
      ['content-type is "text/plain", not undefined'],
    ],
    [
      'of another answer',
      { headers: { accept: 'text/html' } },
      ['accept is text/html, without application/json'],
    ],
  ])('%s', (_, change, faults) => {
    expect(faultsOfRequest(get!, { ...good, ...change })).toEqual(faults) // There is one.
  })

  it.each([
    ['{"id":1}', 'application/json', []],
    ['{ "id": 1 }', 'application/json; charset=utf-8', []],
    ['{"id":2}', 'application/json', ['body is {"id":2}, not {"id":1}']],
    ['{"id":1}', 'text/plain', ['content-type is "text/plain", not "application/json"']],
  ])('with the body %s as %s', (body, type, faults) => {
    const request = { ...good, method: 'PUT', query: 'page=3', headers: { 'content-type': type } }
    expect(faultsOfRequest(put!, { ...request, body: Buffer.from(body) })).toEqual(faults) // There is one.
  })

  it('cannot be judged where a parameter has another style', () => {
    const [, , tags] = get!.operation.parameters // There are three.
    const object = { ...tags!.object, style: 'pipeDelimited' } // It is the third.
    const call = { ...get!, operation: { ...get!.operation, parameters: [{ ...tags!, object }] } }
    expect(() => faultsOfRequest(call, good)).toThrow('The query parameter tags is of a style')
  })
})
