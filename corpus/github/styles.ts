/* oxlint-disable no-await-in-loop -- one call comes after the other, so that it is known whose request came */
import type { Recorded } from './local-server.js'
import type { Setting } from './make-call.js'
import { type Row, rowOf } from './row.js'
import type { Values } from './values.js'
import { different } from './wire.js'

const text = 'blue'
const list = ['blue', 'black', 'brown']
const object = { R: 100, G: 200, B: 150 }
const all = { text, list, object }

/** An operation of `styles.yaml`, what it is given, and what has to be on the wire. */
interface StyleCase {
  readonly id: string
  readonly values: Values
  /** The path and the query, or the header fields. */
  readonly wanted: string | Readonly<Record<string, string>>
}

/** What OpenAPI says each style looks like, with its own values (3.1.1, 4.8.12.4), and texts that have to be escaped. */
const CASES: readonly StyleCase[] = [
  { id: 'simple', values: { path: all }, wanted: '/simple/blue/blue,black,brown/R,100,G,200,B,150' },
  {
    id: 'simpleExploded',
    values: { path: all },
    wanted: '/simpleExploded/blue/blue,black,brown/R=100,G=200,B=150',
  },
  { id: 'label', values: { path: all }, wanted: '/label/.blue/.blue,black,brown/.R,100,G,200,B,150' },
  {
    id: 'labelExploded',
    values: { path: all },
    wanted: '/labelExploded/.blue/.blue.black.brown/.R=100.G=200.B=150',
  },
  {
    id: 'matrix',
    values: { path: all },
    wanted: '/matrix/;text=blue/;list=blue,black,brown/;object=R,100,G,200,B,150',
  },
  {
    id: 'matrixExploded',
    values: { path: all },
    wanted: '/matrixExploded/;text=blue/;list=blue;list=black;list=brown/;R=100;G=200;B=150',
  },
  {
    id: 'simple',
    values: { path: { text: 'a/b c', list: ['d,e', 'ü'], object } },
    wanted: '/simple/a%2Fb%20c/d%2Ce,%C3%BC/R,100,G,200,B,150',
  },
  {
    id: 'form',
    values: { query: all },
    wanted: '/form?text=blue&list=blue,black,brown&object=R,100,G,200,B,150',
  },
  {
    id: 'formExploded',
    values: { query: all },
    wanted: '/formExploded?text=blue&list=blue&list=black&list=brown&R=100&G=200&B=150',
  },
  {
    id: 'form',
    values: { query: { text: 'a&b=c+d', list: ['e,f', '#'] } },
    wanted: '/form?text=a%26b%3Dc%2Bd&list=e%2Cf,%23',
  },
  {
    id: 'delimited',
    values: { query: { spaces: list, spacedObject: object, pipes: list, pipedObject: object } },
    wanted:
      '/delimited?spaces=blue%20black%20brown&spacedObject=R%20100%20G%20200%20B%20150' +
      '&pipes=blue%7Cblack%7Cbrown&pipedObject=R%7C100%7CG%7C200%7CB%7C150',
  },
  {
    id: 'deepObject',
    values: { query: { object } },
    wanted: '/deepObject?object%5BR%5D=100&object%5BG%5D=200&object%5BB%5D=150',
  },
  {
    id: 'content',
    values: { query: { object } },
    wanted: '/content?object=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D',
  },
  { id: 'reserved', values: { query: { text: 'a/b?c d:@' } }, wanted: '/reserved?text=a/b?c%20d:@' },
  {
    id: 'header',
    values: { header: { 'X-Text': text, 'X-List': list, 'X-Object': object, 'X-Exploded': object } },
    wanted: {
      'x-text': 'blue',
      'x-list': 'blue,black,brown',
      'x-object': 'R,100,G,200,B,150',
      'x-exploded': 'R=100,G=200,B=150',
    },
  },
  {
    id: 'cookie',
    values: { cookie: all },
    wanted: { cookie: 'text=blue; list=blue,black,brown; object=R,100,G,200,B,150' },
  },
  {
    id: 'cookieExploded',
    values: { cookie: { list, object } },
    wanted: { cookie: 'list=blue; list=black; list=brown; R=100; G=200; B=150' },
  },
]

/** Calls the operations of `styles.yaml` that have parameters; the server layer has to read what was given. */
export async function styleRows(setting: Setting): Promise<Row[]> {
  const rows: Row[] = []
  for (const it of CASES) rows.push(await styleRow(setting, it))
  return rows
}

function styleRow({ generated, server, readBack }: Setting, { id, values, wanted }: StyleCase): Promise<Row> {
  const about = { operation: id, method: 'get', path: typeof wanted === 'string' ? wanted : `/${id}` }
  return rowOf(about, async () => {
    server.taken()
    const result = await generated.client[id]?.(generated.createClient({ baseUrl: server.url }), values)
    const [request] = server.taken()
    if (result === undefined || request === undefined) throw new Error('no request came')
    const read = await readBack(request)
    const faults = [
      ...faultsOfTarget(request, wanted),
      ...(read.refusal === undefined
        ? Object.entries(values).flatMap(([location, group]) =>
            different(`what the handler gets as ${location}`, read.input[location], group),
          )
        : [`the server layer answers ${read.refusal}`]),
      ...different('ok', result.ok, true),
    ]
    return { status: result.status, faults, notes: [] }
  })
}

function faultsOfTarget({ path, query, headers }: Recorded, wanted: StyleCase['wanted']): string[] {
  if (typeof wanted === 'string') return different('target', query === '' ? path : `${path}?${query}`, wanted)
  return Object.entries(wanted).flatMap(([name, value]) => different(name, headers[name], value))
}
