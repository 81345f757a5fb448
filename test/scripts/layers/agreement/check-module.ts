import type { SourceFile } from '../../../../scripts/src/emit/index.js'
import type { JudgedValues } from './judged-values.js'
import { literalText } from './literal-text.js'

/** `exactly<A, B>(true)` compiles if the types are the same one: types that are assignable both ways can differ. */
const EXACTLY = `type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false
export const exactly = <A, B>(_: Same<A, B>): void => undefined
export type Guarded<T> = T extends (value: unknown) => value is infer Type ? Type : 'no guard'
export type Asserted<T> = T extends (value: unknown) => asserts value is infer Type ? Type : 'no assertion'
type Success<T> = T extends { issues: unknown } ? never : T extends { value: infer Type } ? Type : never
export type Validated<T> = T extends (...parameters: never) => infer Result ? Success<Result> : 'no function'
`

const IMPORTS = `import type * as types from './types/index.js'
import type * as validators from './validators/index.js'
import { type Asserted, exactly, type Guarded, type Validated } from './exactly.js'
// @ts-expect-error These are assignable both ways.
exactly<{ a?: never }, {}>(true)
`

/** Modules in which the functions of each validator are said to narrow to exactly a type. */
export function guardModules(names: readonly string[], typeOf: (name: string) => string): SourceFile[] {
  const lines = names.flatMap((name) => [
    `exactly<Guarded<typeof validators.is${name}>, ${typeOf(name)}>(true)`,
    `exactly<Asserted<typeof validators.assert${name}>, ${typeOf(name)}>(true)`,
    `exactly<Validated<typeof validators.validate${name}>, ${typeOf(name)}>(true)`,
  ])
  return [
    { path: 'exactly.ts', content: EXACTLY },
    { path: 'guards.ts', content: IMPORTS + lines.join('\n') },
  ]
}

/**
 * Modules in which the type of each component is said to be exactly the one that openapi-typescript prints for it, where that
 * refers to other components as ours does.
 */
export function emittedModules(names: readonly string[], printed: string): SourceFile[] {
  const emitted = printed.replace('export interface components', 'export interface emitted')
  const lines = [
    `import type { components } from './types/index.js'`,
    `import type { emitted } from './emitted.js'`,
    `import { exactly } from './exactly.js'`,
    ...names.map((name) => `exactly<components['schemas']['${name}'], emitted['schemas']['${name}']>(true)`),
  ]
  return [
    { path: 'emitted.ts', content: `import type { components } from './types/index.js'\n${emitted}` },
    { path: 'emitted-checks.ts', content: lines.join('\n') },
  ]
}

/** A module in which each value is said to be of its type, or not to be. */
export function valueModule(values: readonly JudgedValues[]): SourceFile {
  const lines = values.flatMap(({ name, valid, refused }) => [
    ...valid.map((value, index) => assignment(`${name}_${index}`, name, literalText(value))),
    ...refused.flatMap((value, index) => [
      '// @ts-expect-error',
      assignment(`not_${name}_${index}`, name, literalText(value)),
    ]),
  ])
  return {
    path: 'values.ts',
    content: [`import type * as types from './types/index.js'`, ...lines].join('\n'),
  }
}

function assignment(variable: string, type: string, value: string): string {
  return `export const ${variable}: types.${type} = ${value}`
}

/** What is wrong, each with the line that it is in, and for a line of its own the one after it. */
export function withLines(errors: readonly string[], files: readonly SourceFile[]): string[] {
  const lines = new Map(files.map(({ path, content }) => [path, content.split('\n')]))
  return errors.map((error) => {
    const [, path = '', line = ''] = /^\/([^:]+):(\d+)/.exec(error) ?? []
    return [error, ...(lines.get(path)?.slice(Number(line) - 1, Number(line) + 1) ?? [])].join('\n')
  })
}
