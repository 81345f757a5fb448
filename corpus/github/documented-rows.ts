import { readFileSync } from 'node:fs'
import type { JsonObject } from '../../scripts/src/json.js'
import { documentedAnswers } from './documented-answers.js'
import { generated } from './generated.js'
import { type Respond, startLocalServer } from './local-server.js'
import { makeCall, type Setting } from './make-call.js'
import { operationsOf } from './operations.js'
import { callsOf, chosenCalls } from './planned-calls.js'
import { readBackBy } from './read-back.js'
import { refereeOf } from './referee.js'
import { routerOf } from './router.js'
import type { Row } from './row.js'

/** Makes the chosen calls of a document, or `all`, against a server that answers with the document's examples. */
export async function documentedRows(spec: string, all: boolean): Promise<Row[]> {
  const document = JSON.parse(readFileSync(spec, 'utf8')) as JsonObject // A document is an object.
  const operations = operationsOf(document)
  const calls = operations.flatMap((operation) => callsOf(document, operation))
  return withServer(spec, documentedAnswers(routerOf(operations)), async (setting) => {
    const rows: Row[] = []
    // oxlint-disable-next-line no-await-in-loop -- one call comes after the other, so that it is known whose request came
    for (const call of all ? calls : chosenCalls(calls)) rows.push(await makeCall(setting, call))
    return rows
  })
}

/** Runs something with what is made from a document and a server, which is closed in the end. */
export async function withServer<T>(
  spec: string,
  respond: Respond,
  run: (setting: Setting) => Promise<T>,
): Promise<T> {
  const modules = await generated(spec)
  const server = await startLocalServer(respond)
  try {
    const referee = refereeOf(modules.document)
    return await run({ generated: modules, server, referee, readBack: readBackBy(modules) })
  } finally {
    await server.close()
  }
}
