import type { GeneratedClient } from '../github/generated.js'
import { type Recorded, startLocalServer } from '../github/local-server.js'
import { type Row, rowOf } from '../github/row.js'
import { different } from '../github/wire.js'

/** A card that was declined, as Stripe tells of it. */
const DECLINED = {
  error: {
    type: 'card_error',
    code: 'card_declined',
    decline_code: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
    param: 'source',
    charge: 'ch_1',
  },
}

/** A list that has no more than this page. */
const LIST = { object: 'list', url: '/v1/charges', has_more: false, data: [] }

/** An answer that is an error, and a list whose query has arrays and objects. */
export async function scenarioRows(generated: GeneratedClient): Promise<Row[]> {
  return [await errorRow(generated), await listRow(generated)]
}

function errorRow(generated: GeneratedClient): Promise<Row> {
  const about = { operation: 'PostCharges', variant: 'an error', method: 'post', path: '/v1/charges' }
  return rowOf(about, async () => {
    const body = { amount: 2000, currency: 'usd', source: 'tok_visa', metadata: { order: '6735' } }
    const { result, request } = await answered(generated, 'postCharges', { body }, 402, DECLINED)
    const wanted = 'amount=2000&currency=usd&source=tok_visa&metadata%5Border%5D=6735'
    return {
      status: result.status,
      faults: [
        ...different('body', request.body.toString(), wanted),
        ...different('ok', result.ok, false),
        ...different('status', result.status, 402),
        ...different('error', result.error, DECLINED),
      ],
      notes: [],
    }
  })
}

function listRow(generated: GeneratedClient): Promise<Row> {
  const about = { operation: 'GetCharges', variant: 'a list', method: 'get', path: '/v1/charges' }
  return rowOf(about, async () => {
    const query = { created: { gte: 1700000000 }, expand: ['data.customer', 'data.invoice'], limit: 3 }
    const { result, request } = await answered(generated, 'getCharges', { query }, 200, LIST)
    const wanted = 'created%5Bgte%5D=1700000000&expand%5B%5D=data.customer&expand%5B%5D=data.invoice&limit=3'
    return {
      status: result.status,
      faults: [...different('query', request.query, wanted), ...different('list', result.data, LIST)],
      notes: [],
    }
  })
}

/** Calls an operation of a server that gives one answer. */
async function answered(
  { client, createClient }: GeneratedClient,
  name: string,
  input: object,
  status: number,
  answer: object,
) {
  const server = await startLocalServer((_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
  })
  try {
    const result = await client[name]?.(createClient({ baseUrl: server.url }), input)
    const [request]: readonly Recorded[] = server.taken()
    if (result === undefined || request === undefined) throw new Error('no request came')
    return { result, request }
  } finally {
    await server.close()
  }
}
