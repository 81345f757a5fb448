import { inspect } from 'node:util'
import { GeneratorError } from './diagnostics.js'
import { type FormatterName, formatterNames } from './format/index.js'
import { childPointer, isJsonObject, type JsonObject } from './json.js'
import { type LayerName, layerNames } from './layers/layer.js'
import { dateTimeTypes, enumStyles, int64Types, unknownEnumPolicies } from './model/index.js'
import { isPackageName } from './package-name.js'
import type { ProgressListener } from './stages.js'

/** What a configuration file may hold. The flags of the CLI have the same names, and win over it. */
export interface Config {
  /** The OpenAPI 3.0 or 3.1 document, in YAML or JSON: a path from the working directory. */
  readonly spec?: string
  /** The output folder, from the working directory. Default: `generated`. */
  readonly out?: string
  /** The layers to generate; those that they need come with them. Default: all. */
  readonly layers?: readonly LayerName[]
  /** What formats the generated files. Default: `prettier`. */
  readonly formatter?: FormatterName
  /** Folders, besides the document's own, that a `$ref` may read files from. Default: none. */
  readonly refs?: readonly string[]
  /**
   * How the types layer has component schemas that list strings or numbers: as unions of them (`union`), or as objects that name
   * them, with the union as the type of the same name (`const`). Default: `union`.
   */
  readonly enums?: (typeof enumStyles)[number]
  /**
   * Whether bodies and header fields that the API sends may have values that no `enum` lists: not (`refuse`), or any of its type
   * (`tolerate`). Default: `refuse`.
   */
  readonly unknownEnumValues?: (typeof unknownEnumPolicies)[number]
  /**
   * What a `date-time` is in memory: text (`string`), a `Date`, or of `Temporal` an `Instant`, and a `date` a `PlainDate`. Default:
   * `string`.
   */
  readonly dateTime?: (typeof dateTimeTypes)[number]
  /** What an `int64` is in memory: a `number`, which holds 53 bits of it, or a `bigint`. Default: `number`. */
  readonly int64?: (typeof int64Types)[number]
  /** Where `Temporal` is: `global`, or in a package that exports it, such as `temporal-polyfill`. Default: `global`. */
  readonly temporal?: string
}

/** Options of `check`. */
export interface CheckOptions extends Omit<Config, 'spec'> {
  /** The OpenAPI 3.0 or 3.1 document: a path from `cwd`, or the parsed document itself. */
  readonly spec: string | JsonObject
  /** Where relative paths start, absolute. Default: the working directory of the process. */
  readonly cwd?: string
  /** Is told when a stage begins and when it ends. */
  readonly onProgress?: ProgressListener
}

/** Options of `generate`. */
export interface GenerateOptions extends CheckOptions {
  /** `false` changes nothing on the disk; the result is the same. Default: `true`. */
  readonly write?: boolean
}

/** Options with every default filled in. */
export interface Settings extends Required<Omit<CheckOptions, 'onProgress'>> {}

/**
 * Fills in the defaults.
 * @throws GeneratorError that names every option that is not as it must be.
 */
export function settle(options: CheckOptions): Settings {
  const { spec, cwd, ...given } = options
  const { out, layers, formatter, refs, enums, unknownEnumValues, dateTime, int64, temporal } = given
  const problems = [
    ...(isJsonObject(spec) ? [] : valueProblems('spec', spec, '`spec`')),
    ...configProblems({ out, layers, formatter, refs, enums, unknownEnumValues, dateTime, int64, temporal }),
    ...conversionProblems(given),
  ]
  if (problems.length > 0) {
    throw new GeneratorError(problems.map(({ message }) => ({ severity: 'error', pointer: '', message })))
  }
  return {
    spec,
    cwd: cwd ?? process.cwd(),
    out: out ?? 'generated',
    layers: layers ?? layerNames.filter((name) => name !== 'codecs' || isConverting(given)),
    formatter: formatter ?? 'prettier',
    refs: refs ?? [],
    enums: enums ?? 'union',
    unknownEnumValues: unknownEnumValues ?? 'refuse',
    dateTime: dateTime ?? 'string',
    int64: int64 ?? 'number',
    temporal: temporal ?? 'global',
  }
}

/** An option that is not as it must be. */
export interface OptionProblem {
  /** JSON Pointer from the options. */
  readonly pointer: string
  readonly message: string
}

type Check = (value: unknown, name: string, pointer: string) => OptionProblem[]

const checks: { readonly [Name in keyof Config]-?: Check } = {
  spec: text,
  out: text,
  layers: nonEmpty(listOf(oneOf(layerNames))),
  formatter: oneOf(formatterNames),
  refs: listOf(text),
  enums: oneOf(enumStyles),
  unknownEnumValues: oneOf(unknownEnumPolicies),
  dateTime: oneOf(dateTimeTypes),
  int64: oneOf(int64Types),
  temporal: packageName,
}

/** Every problem of the value of one option; `name` is what messages call it. */
export function valueProblems(option: keyof Config, value: unknown, name: string): OptionProblem[] {
  return checks[option](value, name, `/${option}`)
}

/** Every problem of a configuration. Options that are `undefined` are absent. */
export function configProblems(config: unknown): OptionProblem[] {
  if (!isJsonObject(config))
    return [{ pointer: '', message: `it must be an object of options, but is ${shown(config)}` }]
  return Object.entries(config).flatMap(([key, value]) => {
    if (isOption(key)) return value === undefined ? [] : valueProblems(key, value, `\`${key}\``)
    const known = Object.keys(checks).join(', ')
    return [
      { pointer: childPointer('', key), message: `there is no option \`${key}\`; the options are ${known}` },
    ]
  })
}

/** Whether a configuration may hold an option of this name. */
export function isOption(key: string): key is keyof Config {
  return Object.hasOwn(checks, key)
}

function text(value: unknown, name: string, pointer: string): OptionProblem[] {
  if (typeof value === 'string' && value !== '') return []
  return [{ pointer, message: `${name} must be a path, but is ${shown(value)}` }]
}

function packageName(value: unknown, name: string, pointer: string): OptionProblem[] {
  if (typeof value === 'string' && isPackageName(value)) return []
  const expected = 'global or the name of a package, such as temporal-polyfill'
  return [{ pointer, message: `${name} must be ${expected}, but is ${shown(value)}` }]
}

/** Whether values are to become others in memory than they are in JSON. */
export function isConverting({
  dateTime = 'string',
  int64 = 'number',
}: Pick<Config, 'dateTime' | 'int64'>): boolean {
  return dateTime !== 'string' || int64 !== 'number'
}

/** What is asked for of conversions that are not. */
function conversionProblems(config: Config): OptionProblem[] {
  const { layers, dateTime, temporal } = config
  const isWithoutUse = Array.isArray(layers) && layers.includes('codecs') && !isConverting(config)
  const conversions = "`dateTime: 'Date'`, `dateTime: 'Temporal'` or `int64: 'bigint'`"
  return [
    ...(isWithoutUse
      ? [{ pointer: '/layers', message: `the layer codecs is only there with ${conversions}` }]
      : []),
    ...(temporal !== undefined && dateTime !== 'Temporal'
      ? [{ pointer: '/temporal', message: "`temporal` has a meaning only with `dateTime: 'Temporal'`" }]
      : []),
  ]
}

function oneOf(allowed: readonly string[]): Check {
  return (value, name, pointer) => {
    if (typeof value === 'string' && allowed.includes(value)) return []
    return [{ pointer, message: `${name} must be one of ${allowed.join(', ')}, but is ${shown(value)}` }]
  }
}

function listOf(check: Check): Check {
  return (value, name, pointer) => {
    if (!Array.isArray(value)) return [{ pointer, message: `${name} must be a list, but is ${shown(value)}` }]
    return value.flatMap((item: unknown, index) =>
      check(item, `each of ${name}`, childPointer(pointer, index)),
    )
  }
}

function nonEmpty(check: Check): Check {
  return (value, name, pointer) => {
    const isEmpty = Array.isArray(value) && value.length === 0
    return isEmpty ? [{ pointer, message: `${name} must not be empty` }] : check(value, name, pointer)
  }
}

function shown(value: unknown): string {
  return inspect(value, { depth: 1, breakLength: Infinity, maxStringLength: 80 })
}
