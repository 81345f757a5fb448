import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { orders } from './document.js'
import { type Conversions, emitted, folderWithPackages } from './emitted.js'

/** What the compiler says of the generated files, and of a program beside them. */
async function compile(conversions: Conversions, program: string): Promise<string[]> {
  const folder = folderWithPackages({ ...(await emitted(orders, conversions)), 'program.ts': program })
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.base.json', (path) => ts.sys.readFile(path)).config,
    ts.sys,
    process.cwd(),
  )
  const files = ['index.ts', 'program.ts'].map((path) => join(folder, path))
  const compiled = ts.createProgram(files, { ...options, noEmit: true, types: [] })
  return ts.getPreEmitDiagnostics(compiled).map(({ file, start, messageText }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1
    return `${file?.fileName.slice(folder.length + 1)}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

/** A program that says of what types values are in every layer. */
const program = (imports: string, time: string, day: string, big: string) => `
  ${imports}
  import { builders, client, codecs, server, types, validators } from './index.js'
  type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
  export const order: [
    Same<types.Order['createdAt'], ${time}>,
    Same<types.Order['paidAt'], ${time} | null | undefined>,
    Same<types.Order['due'], ${day} | undefined>,
    Same<types.Order['id'], ${big}>,
    Same<types.Stamp, ${time}>,
    Same<types.Order['lines'], ({ at?: ${time} } & { count?: ${big} })[] | undefined>,
    Same<types.components['schemas']['Order']['stamp'], ${time} | undefined>,
    Same<types.operations['sendStamp']['requestBody']['content']['application/json'], ${time}>,
    Same<types.paths['/number']['post']['responses'][200]['content']['application/json'], ${big}>,
    Same<types.ListOrdersParams['path'], { since: ${time}; number: ${big} }>,
    Same<server.SendStampInput['body'], ${time}>,
    Same<Parameters<typeof client.sendText>[1]['body'], ${time}>,
  ] = [true, true, true, true, true, true, true, true, true, true, true, true]
  declare const value: unknown
  declare const time: ${time}
  declare const big: ${big}
  if (validators.isOrder(value)) value.createdAt satisfies ${time}
  builders.order().id(big).createdAt(time).build() satisfies types.Order
  // @ts-expect-error -- what stands for it in JSON is none
  builders.order().createdAt(null)
  export const headers = async (it: client.Client): Promise<${time}> => {
    const result = await client.listOrders(it, { path: { since: time, number: big } })
    if (!result.ok) throw new Error(String(result.error))
    return result.headers['X-Next']
  }
  export const decoded: unknown = [codecs.decodeOrder(1), codecs.parseOrder('1'), codecs.jsonTextOf(1)]
`

const TEMPORAL = "import type { Temporal } from 'temporal-polyfill'"

describe('types', () => {
  it.each<[conversions: Conversions, imports: string, time: string, day: string, big: string]>([
    [{ dateTime: 'Date', int64: 'bigint' }, '', 'Date', 'string', 'bigint'],
    [
      { dateTime: 'Temporal', int64: 'bigint', temporal: 'temporal-polyfill' },
      TEMPORAL,
      'Temporal.Instant',
      'Temporal.PlainDate',
      'bigint',
    ],
    [{ int64: 'bigint' }, '', 'string', 'string', 'bigint'],
  ])('with %j agree in all layers', async (conversions, imports, time, day, big) => {
    expect(await compile(conversions, program(imports, time, day, big))).toEqual([])
  })
})
