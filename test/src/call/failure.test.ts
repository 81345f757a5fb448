import { describe, expect, test } from 'vitest'
import { isPassingConflict, isTransient, mayHaveHadEffect } from '../../../src/call/failure.js'
import { noResponse } from '../../../src/call/no-response.js'
import {
  ConfigurationError,
  RequestValidationError,
  ResponseTooLargeError,
  ResponseValidationError,
  TimeoutError,
} from '../../../src/index.js'
import { apiErrorOf } from '../../../src/errors/api-error-of.js'

function answer(status: number, message = 'x') {
  return apiErrorOf({ operation: 'x', status, headers: new Headers(), body: { error: message } })
}

function broken(code: string, depth = 1) {
  let cause: Error = Object.assign(new Error('x'), { code })
  for (let each = 1; each < depth; each += 1) cause = new Error('x', { cause })
  return noResponse('x', cause)
}

const issue = { path: [], pointer: '', keyword: 'type', message: 'must be an object', schemaPath: '' }

describe('an error', () => {
  test.each<[string, unknown, boolean, boolean]>([
    ['status 400', answer(400), false, false],
    ['status 407', answer(407), false, false],
    ['status 408', answer(408), true, true],
    ['status 409', answer(409), false, false],
    ['status 429', answer(429), true, false],
    ['status 499', answer(499), false, false],
    ['status 500', answer(500), true, true],
    ['status 503', answer(503), true, true],
    ['a redirect', answer(302), false, true],
    ['a reset', broken('ECONNRESET'), true, true],
    ['a refusal', broken('ECONNREFUSED'), true, false],
    ['a refusal far below', broken('ECONNREFUSED', 4), true, false],
    ['a connection without a code', noResponse('x', new Error('terminated')), true, true],
    ['the end of the time', new TimeoutError('x', 1), true, true],
    ['a body that is no object', new ResponseValidationError('x', [issue]), true, true],
    [
      'a body that lacks something',
      new ResponseValidationError('x', [{ ...issue, keyword: 'required' }]),
      false,
      true,
    ],
    [
      'a body with a member of another type',
      new ResponseValidationError('x', [{ ...issue, path: ['a'], pointer: '/a' }]),
      false,
      true,
    ],
    ['a body that is too large', new ResponseTooLargeError('x', 1), false, true],
    ['a request that is not valid', new RequestValidationError('x', [issue]), false, false],
    ['a bad option', new ConfigurationError('x'), false, false],
    ['anything else', 'x', false, false],
  ])('of %s', (_, error, transient, effective) => {
    expect([isTransient(error), mayHaveHadEffect(error)]).toEqual([transient, effective])
  })

  test.each([
    [409, 'Retry once it has been provisioned.', true],
    [409, 'Please retry.', true],
    [409, 'RETRY', true],
    [409, 'retrying is of no use', false],
    [409, 'Service already exists', false],
    [429, 'Please retry.', false],
  ])('of status %i that says %j is a conflict that passes: %s', (status, message, want) => {
    expect(isPassingConflict(answer(status, message))).toBe(want)
  })
})
