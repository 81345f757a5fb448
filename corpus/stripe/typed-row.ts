import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compilers, projectOf, settingsOf } from '../compilers.js'
import { type Row, rowOf } from '../github/row.js'
import { runProcess } from '../run-process.js'

/** MiB, and milliseconds, that the compiler may take. */
const [MEMORY, TIME] = [4096, 300_000]

/** What a caller writes: the calls of `scenario-rows.ts`, and what is no error of Stripe's and no value of its document. */
export const PROGRAM = `import { createClient, getCharges, postCharges } from './ts/client/index.js'

const client = createClient()
const charge = await postCharges(client, { body: { amount: 2000, currency: 'usd', metadata: { order: '6735' } } })
if (charge.ok) {
  const captured: boolean = charge.data.captured
  void captured
} else {
  const { type, decline_code, charge: id } = charge.error.error
  const texts: (string | undefined)[] = [decline_code, id]
  const isOfTheCard: boolean = type === 'card_error'
  void [texts, isOfTheCard]
  // @ts-expect-error an error has no such property
  void charge.error.error.reason
  // @ts-expect-error there is no such type of error
  void (type === 'no_such_error')
}

const query = { created: { gte: 1700000000 }, expand: ['data.customer'], limit: 3 }
const charges = await getCharges(client, { query })
if (charges.ok) void charges.data.data.map((it) => it.amount.toFixed())
// @ts-expect-error a moment is a number
await getCharges(client, { query: { created: { gte: '2023-11-14' } } })
`

/** Whether the compiler takes a program that uses the client by its types. It is put beside the folder of the client. */
export function typedRow(sources: string, program: string): Promise<Row> {
  const about = { operation: 'PostCharges', variant: 'by its types', method: 'post', path: '/v1/charges' }
  return rowOf(about, async () => {
    const folder = dirname(sources)
    const json = (name: string, value: object) => writeFileSync(join(folder, name), JSON.stringify(value))
    writeFileSync(join(folder, 'use.ts'), program)
    json('strict.json', projectOf('7'))
    json('tsconfig.json', {
      extends: './strict.json',
      compilerOptions: { rootDir: '.', noEmit: true },
      include: ['use.ts'],
    })
    const manifest = createRequire(import.meta.url).resolve(`${compilers['7']}/package.json`)
    const { args, env } = settingsOf('7', MEMORY)
    const { code, stdout, stderr } = await runProcess(
      join(dirname(manifest), 'bin/tsc'),
      ['-p', folder, ...args],
      { cwd: folder, nodeFlags: [], env, signal: AbortSignal.timeout(TIME) },
    )
    const faults = code === 0 ? [] : [`the compiler says ${(stdout || stderr).trim()}`]
    return { status: undefined, faults, notes: ['compiled, not sent'] }
  })
}
