import { readFileSync } from 'node:fs'
import type { JsonObject } from '../../scripts/src/json.js'
import { documentedAnswers } from './documented-answers.js'
import { withServer } from './documented-rows.js'
import { eventRows, sendEvents } from './events.js'
import type { Respond } from './local-server.js'
import { operationsOf } from './operations.js'
import { pages, pagesRow } from './pages.js'
import { routerOf } from './router.js'
import type { Row } from './row.js'
import { styleRows } from './styles.js'
import { uploadRows } from './upload.js'

/** Uploads, and a list in pages, of GitHub. */
export function githubScenarioRows(spec: string): Promise<Row[]> {
  const operations = operationsOf(JSON.parse(readFileSync(spec, 'utf8')) as JsonObject) // A document is an object.
  const router = routerOf(operations)
  const list = operations.find(({ id }) => id === 'issues/list-for-repo')
  const [page, others] = [pages(list?.answers[0]?.body?.example?.value), documentedAnswers(router)]
  const respond: Respond = (request, response) =>
    (router(request.method, request.path) === list ? page : others)(request, response)
  return withServer(spec, respond, async (setting) => [
    ...(await uploadRows(setting)),
    await pagesRow(setting),
  ])
}

/** Every style, and a stream of events, of `styles.yaml`. */
export function styleScenarioRows(spec: string): Promise<Row[]> {
  let isClosed = false
  const respond: Respond = async ({ path, headers }, response) => {
    if (path !== '/progress') return void response.writeHead(204).end()
    isClosed = false
    response.once('close', () => (isClosed = true))
    await sendEvents(response, headers['prefer'] === 'endless')
  }
  return withServer(spec, respond, async (setting) => [
    ...(await styleRows(setting)),
    ...(await eventRows(setting, () => isClosed)),
  ])
}
