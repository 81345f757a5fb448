import { describe, expect, it } from 'vitest'
import { childPointer } from '../../scripts/src/json.js'
import { asObject, document, followed, valueAt } from './document.js'

const create = '/paths/~1agents/post'
const get = '/paths/~1agents~1{agentName}/get'
const badRequest = 'GENERIC_BAD_REQUEST'
/** Operation, status, code and message of every documented refusal; `{name}` stands for any text. */
const documented: readonly (readonly [operation: string, status: string, code: string, message: string])[] = [
  [create, '400', badRequest, 'Service already exists'],
  [
    create,
    '400',
    badRequest,
    "Secret set '{set}' is in region '{a}' but service will be created in region '{b}'. Secrets must be in the same region as the service.",
  ],
  [
    create,
    '400',
    badRequest,
    "Image pull secret set '{set}' is in region '{a}' but service will be created in region '{b}'. Image pull secrets must be in the same region as the service.",
  ],
  [create, '400', badRequest, 'Either image or buildId is required for service creation'],
  [create, '400', badRequest, 'Cannot specify both image and buildId. Use one or the other.'],
  [create, '400', badRequest, 'Build not found'],
  [
    create,
    '400',
    badRequest,
    "Build is in region '{a}' but service is in region '{b}'. Builds must be in the same region as the service.",
  ],
  [
    create,
    '400',
    badRequest,
    'Build is not ready (status: {status}). Only successful builds can be deployed.',
  ],
  [create, '400', badRequest, 'Invalid parameters'],
  [create, '401', 'UNAUTHORIZED', 'Unauthorized'],
  [create, '401', '401', 'Unauthorized / token expired'],
  [create, '404', 'NOT_FOUND', 'Secret set not found'],
  [create, '409', 'CONFLICT', "Secret set '{set}' is not yet ready. Retry once it has been provisioned."],
  [create, '500', 'INTERNAL_SERVER_ERROR', 'Internal server error'],
  [get, '401', 'UNAUTHORIZED', 'Unauthorized'],
  [get, '401', '401', 'Unauthorized / token expired'],
  [get, '404', 'NOT_FOUND', 'Not found'],
  [get, '500', 'INTERNAL_SERVER_ERROR', 'Internal server error'],
]

interface Refusal {
  readonly operation: string
  readonly status: string
  readonly code: unknown
  readonly message: string
}

/** Every example of an error response of the two operations. */
const examples = [create, get].flatMap((operation) =>
  Object.keys(asObject(valueAt(document, `${operation}/responses`)))
    .filter((status) => status !== '200')
    .flatMap((status) => refusals(operation, status)),
)

function refusals(operation: string, status: string): Refusal[] {
  const place = `${followed(document, `${operation}/responses/${status}`)}/content/application~1json/examples`
  return Object.keys(asObject(valueAt(document, place))).map((name) => {
    const example = asObject(valueAt(document, followed(document, childPointer(place, name))))
    const { code, error } = asObject(example['value'])
    return { operation, status, code, message: String(error) }
  })
}

function matches(message: string, template: string): boolean {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`).test(message)
}

describe('refusals', () => {
  it.each(documented)('%s %s %s: %s is an example', (operation, status, code, template) => {
    const same = examples.filter(
      (example) =>
        example.operation === operation && example.status === status && matches(example.message, template),
    )
    expect(same.map((example) => example.code)).toEqual([code])
  })

  it('has no example that is not documented', () => {
    expect(examples).toHaveLength(documented.length)
  })
})
