import { inspect } from 'node:util'
import { type Diagnostic, GeneratorError } from './diagnostics.js'
import { isReserved } from './identifiers.js'
import { isJsonObject, type JsonObject } from './json.js'

/** Dialects of schemas by the names that options have for them. */
const dialects = ['2020-12', 'openapi-3.1', 'openapi-3.0'] as const

const formatModes = ['assert', 'annotate'] as const

/** Options of `compileSchema`. */
export interface CompileOptions {
  /**
   * What schemas without `$schema` are written in: JSON Schema 2020-12, the base dialect of OpenAPI 3.1, which extends it, or the
   * schemas of OpenAPI 3.0. Default: `2020-12`.
   */
  readonly dialect?: (typeof dialects)[number]
  /**
   * Whether `format` is checked. Default: `annotate`, as JSON Schema has it (2020-12 Validation, 7.2.1), but `assert` for the dialects of
   * OpenAPI. A `$schema` whose meta-schema has the format-assertion vocabulary asserts whatever this says.
   */
  readonly formats?: (typeof formatModes)[number]
  /** Schemas that references may lead to, and meta-schemas, by URI. Nothing is ever fetched. Default: none. */
  readonly remotes?: Readonly<Record<string, JsonObject | boolean>>
  /** What the schema is called, in PascalCase: with `Agent` the module exports `isAgent`. Default: `Value`. */
  readonly name?: string
  /**
   * Is told of each thing that does not keep the schema from being compiled and may not be as it is meant, such as a format that is not
   * known and so not checked. Its place is given as in an error. Default: nobody is told.
   */
  readonly onWarning?: (warning: Diagnostic) => void
}

/** Options of `compileSchema` with every default filled in. */
export type CompileSettings = Required<CompileOptions>

/**
 * Fills in the defaults.
 * @throws GeneratorError that names every option that is not as it must be.
 */
export function settleCompileOptions(options: CompileOptions): CompileSettings {
  const problems = Object.entries(options).flatMap(([option, value]: [string, unknown]) => {
    if (value === undefined) return []
    if (isCheck(option)) return checks[option](value)
    return [`there is no option \`${option}\`; the options are ${Object.keys(checks).join(', ')}`]
  })
  if (problems.length > 0) throw new GeneratorError(problems.map(asDiagnostic))
  const { dialect = '2020-12', name = 'Value', remotes = {}, onWarning = () => undefined } = options
  return {
    dialect,
    name,
    remotes,
    onWarning,
    formats: options.formats ?? (dialect === '2020-12' ? 'annotate' : 'assert'),
  }
}

const checks: { readonly [Option in keyof CompileOptions]-?: (value: unknown) => string[] } = {
  dialect: (value) => oneOf('dialect', dialects, value),
  formats: (value) => oneOf('formats', formatModes, value),
  remotes: (value) =>
    isJsonObject(value) ? [] : [`\`remotes\` must be an object of schemas by URI, but is ${shown(value)}`],
  name: (value) => {
    if (typeof value !== 'string' || !/^[A-Z][A-Za-z\d]*$/.test(value)) {
      return [`\`name\` must be letters and digits that begin with a capital, but is ${shown(value)}`]
    }
    return isReserved(value) ? [`\`name\` must not be ${value}, which JavaScript itself calls something`] : []
  },
  onWarning: (value) =>
    typeof value === 'function' ? [] : [`\`onWarning\` must be a function, but is ${shown(value)}`],
}

function isCheck(option: string): option is keyof typeof checks {
  return Object.hasOwn(checks, option)
}

function oneOf(option: string, allowed: readonly string[], value: unknown): string[] {
  if (typeof value === 'string' && allowed.includes(value)) return []
  return [`\`${option}\` must be one of ${allowed.join(', ')}, but is ${shown(value)}`]
}

function asDiagnostic(message: string): Diagnostic {
  return { severity: 'error', pointer: '', message }
}

function shown(value: unknown): string {
  return inspect(value, { depth: 1, breakLength: Infinity, maxStringLength: 80 })
}
