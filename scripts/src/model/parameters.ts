import { isIgnoredHeader } from '../ignored-headers.js'
import { childPointer, type JsonObject } from '../json.js'
import type { OperationSource } from './operation-sources.js'
import { resolve } from './reference.js'
import type { ReferenceTable } from './reference-table.js'
import { readSchema } from './schema.js'
import {
  defined,
  fail,
  flagMember,
  items,
  member,
  mismatch,
  type Source,
  textMember,
  warn,
} from './source.js'
import type { Parameter, ParameterLocation } from './types.js'

/** A parameter of which it is not yet known what types its value may have. */
export type ParameterDraft = Omit<Parameter, 'types' | 'itemTypes'>

/** How values of each location are written by default (OpenAPI 3.1, 4.8.12.2), the only way supported so far. */
const DEFAULTS = {
  path: { style: 'simple', explode: false },
  query: { style: 'form', explode: true },
  header: { style: 'simple', explode: false },
  cookie: { style: 'form', explode: true },
} as const

/** The parameters of an operation: those of its path, replaced by its own where both have one of a name and location. */
export function readParameters(operation: OperationSource, references: ReferenceTable): ParameterDraft[] {
  const merged = new Map([
    ...parameterList(operation.item, references),
    ...parameterList(operation.source, references),
  ])
  return [...merged.values()]
}

function parameterList(holder: Source<JsonObject>, references: ReferenceTable): Map<string, ParameterDraft> {
  const list = new Map<string, ParameterDraft>()
  for (const place of items(member(holder, 'parameters'))) {
    const source = resolve(place)
    const parameter = source && readParameter(source, references)
    if (parameter === undefined) continue
    list.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return list
}

function readParameter(source: Source<JsonObject>, references: ReferenceTable): ParameterDraft | undefined {
  const name = textMember(source, 'name')
  const location = textMember(source, 'in')
  if (name === undefined || location === undefined) {
    return fail(source, 'A parameter must have "name" and "in"')
  }
  if (!isLocation(location)) {
    return mismatch(
      { ...source, pointer: childPointer(source.pointer, 'in'), value: location },
      'path, query, header or cookie',
    )
  }
  if (location === 'header' && isIgnoredHeader(name)) {
    warn(source, `The parameter for the header ${name} is ignored: OpenAPI describes that header elsewhere`)
    return undefined
  }
  if (location === 'cookie') return fail(source, 'Parameters in cookies are not yet supported')
  const schema = member(source, 'schema')
  if (schema === undefined) {
    const content = member(source, 'content')
    return content === undefined
      ? fail(source, `The parameter "${name}" must have a "schema"`)
      : fail(content, '"content" of a parameter is not yet supported', 'Describe it with "schema"')
  }
  return {
    name,
    in: location,
    required: flagMember(source, 'required'),
    deprecated: flagMember(source, 'deprecated'),
    ...defined({ description: textMember(source, 'description') }),
    ...readStyle(source, location),
    schema: readSchema(schema, references),
    pointer: source.pointer,
  }
}

function isLocation(text: string): text is ParameterLocation {
  return Object.hasOwn(DEFAULTS, text)
}

function readStyle(
  source: Source<JsonObject>,
  location: ParameterLocation,
): Pick<Parameter, 'style' | 'explode' | 'allowReserved'> {
  const defaults = DEFAULTS[location]
  const style = textMember(source, 'style') ?? defaults.style
  const explode = flagMember(source, 'explode', defaults.explode)
  const allowReserved = flagMember(source, 'allowReserved')
  const unsupported = [
    style !== defaults.style && `"style": ${JSON.stringify(style)}`,
    explode !== defaults.explode && `"explode": ${explode}`,
    allowReserved && '"allowReserved": true',
    flagMember(source, 'allowEmptyValue') && '"allowEmptyValue": true',
  ]
  for (const it of unsupported)
    if (it)
      fail(
        source,
        `${it} of a parameter in ${location} is not yet supported`,
        'Leave it out, so that the default holds',
      )
  return { style, explode, allowReserved }
}
