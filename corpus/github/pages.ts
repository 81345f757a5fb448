/* oxlint-disable no-await-in-loop -- a page names the next one */
import { isJsonObject, type JsonValue } from '../../scripts/src/json.js'
import type { Respond } from './local-server.js'
import type { Setting } from './make-call.js'
import { type Row, rowOf } from './row.js'
import { different } from './wire.js'

const PATH = '/repos/{owner}/{repo}/issues'
const LAST_PAGE = 4
const PER_PAGE = 3

/** A list of pages, each with a `Link` to the next one, as GitHub writes it (RFC 8288); items are the example with other numbers. */
export function pages(example: JsonValue | undefined): Respond {
  return ({ path, query, headers }, response) => {
    const page = Number(new URLSearchParams(query).get('page') ?? 1)
    const link = (number: number, relation: string) =>
      `<http://${headers.host}${path}?${query.replace(/\bpage=\d+/, `page=${number}`)}>; rel="${relation}"`
    const next = page < LAST_PAGE ? [link(page + 1, 'next'), link(LAST_PAGE, 'last')] : [link(1, 'first')]
    response.writeHead(200, { 'Content-Type': 'application/json', Link: next.join(', ') })
    response.end(JSON.stringify(itemsOf(page, example)))
  }
}

function itemsOf(page: number, example: JsonValue | undefined): JsonValue[] {
  const [item] = Array.isArray(example) ? example : []
  // The last page is not full.
  const count = page === LAST_PAGE ? 1 : PER_PAGE
  const first = (page - 1) * PER_PAGE
  return Array.from({ length: count }, (_, index) => ({
    ...(isJsonObject(item) ? item : {}),
    number: first + index + 1,
  }))
}

/** Walks the list to its end, by the `Link` of each page. */
export function pagesRow({ generated, server }: Setting): Promise<Row> {
  const about = { operation: 'issues/list-for-repo', variant: 'all pages', method: 'get', path: PATH }
  return rowOf(about, async () => {
    server.taken()
    const client = generated.createClient({ baseUrl: server.url })
    const query = { state: 'all', labels: 'bug,ui', per_page: PER_PAGE }
    const items: unknown[] = []
    let status: number | undefined
    for (let page: number | undefined = 1; page !== undefined;) {
      const input = { path: { owner: 'octocat', repo: 'Hello-World' }, query: { ...query, page } }
      const result = await generated.client['issuesListForRepo']?.(client, input)
      if (result?.ok !== true || !Array.isArray(result.data)) throw new Error(`page ${page} is no list`)
      status = result.status
      items.push(...result.data)
      page = nextPage(result.response.headers.get('Link') ?? '')
    }
    return {
      status,
      faults: faultsOfPages(
        items,
        server.taken().map((it) => it.query),
      ),
      notes: [],
    }
  })
}

function nextPage(link: string): number | undefined {
  const [, url] = /<([^>]+)>; rel="next"/.exec(link) ?? []
  return url === undefined ? undefined : Number(new URL(url).searchParams.get('page'))
}

function faultsOfPages(items: readonly unknown[], queries: readonly string[]): string[] {
  const numbers = items.map((item) => (isJsonObject(item) ? item['number'] : undefined))
  const wanted = Array.from(
    { length: LAST_PAGE },
    (_, index) => `state=all&labels=bug%2Cui&per_page=3&page=${index + 1}`,
  )
  return [
    ...different('queries', queries, wanted),
    ...different(
      'numbers',
      numbers,
      Array.from({ length: (LAST_PAGE - 1) * PER_PAGE + 1 }, (_, index) => index + 1),
    ),
  ]
}
