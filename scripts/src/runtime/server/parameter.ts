import { readDeepObject } from './deep-object.js'
import { readForm } from './form.js'
import { parseJson, type Reading } from '../reading/reading.js'
import { refuseValue } from './refuse-value.js'
import { readTextStyle } from './text-style.js'
import type { ParameterTexts, TextSource } from './text-sources.js'

/** Where a parameter travels (OpenAPI 3.1, 4.8.12.1). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie'

/** The styles (OpenAPI 3.1, 4.8.12.3). */
export type StyleName =
  'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject'

/** How the value of a parameter is written in a request, and what its texts stand for. */
export interface ParameterFormat extends ValueFormat {
  readonly in: ParameterLocation
}

/** The same of a parameter, or of a member of a body that is a form (OpenAPI 3.1, 4.8.15). */
export interface ValueFormat extends Reading {
  readonly in: ParameterLocation | 'body'
  readonly name: string
  /** By default `simple` in the path and in headers, `form` in the query and in cookies. */
  readonly style?: StyleName
  /** Whether items and members are apart from one another; by default only in the style `form`. */
  readonly explode?: boolean
  /** Whether the value is JSON text, in no style. */
  readonly isJson?: boolean
  /** Whether an empty text is as good as none. */
  readonly isUnusedIfEmpty?: boolean
  /** Names that `others` are not to have, because they belong to something else. */
  readonly taken?: readonly string[]
}

const readers: {
  readonly [K in StyleName]: (format: ValueFormat, texts: ParameterTexts) => unknown
} = {
  simple: readTextStyle,
  label: readTextStyle,
  matrix: readTextStyle,
  form: readForm,
  spaceDelimited: readForm,
  pipeDelimited: readForm,
  deepObject: readDeepObject,
}

const DEFAULTS: { readonly [K in ValueFormat['in']]: StyleName } = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
  body: 'form',
}

/**
 * The value of a parameter or member, `undefined` if it is absent. What is not of the schema's types stays text, for the validator to report.
 * @throws RefusedError if a text is not in its style, no JSON where it should be, or has a malformed escape.
 */
export function decodeParameter(format: ValueFormat, source: TextSource): unknown {
  const { name, in: location, style = DEFAULTS[location], isJson, isUnusedIfEmpty } = format
  const texts = source(name)
  if (isUnusedIfEmpty && texts.own.length > 0 && texts.own.every((it) => it === '')) return undefined
  return isJson ? readJson(format, texts) : readers[style](format, texts)
}

function readJson(format: ValueFormat, { own, text }: ParameterTexts): unknown {
  const values = own.map((raw) => {
    const value = parseJson(text(raw))
    return value === undefined ? refuseValue(format, 'is not valid JSON') : value
  })
  return values.length > 1 ? values : values[0]
}
