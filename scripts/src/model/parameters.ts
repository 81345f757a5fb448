import { isIgnoredHeader } from '../ignored-headers.js'
import { childPointer, type JsonObject } from '../json.js'
import { readDescribed } from './described-value.js'
import type { OperationSource } from './operation-sources.js'
import { isLocation, readStyle } from './parameter-style.js'
import { resolve } from './reference.js'
import type { ReferenceTable } from './reference-table.js'
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
import type { Parameter } from './types.js'

/** A parameter of which it is not yet known what the texts of its value may stand for. */
export type ParameterDraft = Omit<Parameter, 'reading' | 'taken'>

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
  const described = readDescribed(source, `parameter "${name}"`, references)
  return (
    described && {
      name,
      in: location,
      required: flagMember(source, 'required'),
      deprecated: flagMember(source, 'deprecated'),
      ...defined({ description: textMember(source, 'description') }),
      ...readStyle(source, location),
      ...described,
      pointer: source.pointer,
    }
  )
}
