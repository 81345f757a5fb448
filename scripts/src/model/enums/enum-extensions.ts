/** Extensions (OpenAPI 3.1, 4.9) by which many documents say more of the values of an `enum`, which has no place for it. */
import { isIdentifier } from '../../identifiers.js'
import { isJsonObject, type JsonObject, type JsonValue, own } from '../../json.js'
import { isArray, member, type Source, warn } from '../source.js'
import type { EnumMember } from '../types.js'

const NAMES = ['x-enum-varnames', 'x-enumNames']
const DESCRIPTIONS = ['x-enum-descriptions', 'x-enumDescriptions']

/** The values of an `enum` as they are listed, and those of them that are named: distinct, and without null. */
export interface EnumList {
  readonly values: readonly JsonValue[]
  readonly named: readonly EnumMember['value'][]
}

/** The names that a document gives to the values; undefined where it does not, or not to every value one of its own. */
export function enumNames(schema: Source<JsonObject>, list: EnumList): readonly string[] | undefined {
  const source = extension(schema, NAMES)
  if (source === undefined) return undefined
  const names = aligned(source.value, list)
  const problem = names === undefined ? misaligned(list) : nameProblem(names)
  if (problem === undefined) return names?.filter((name) => typeof name === 'string')
  warn(source, `The names of the values are not used: ${problem}`, 'Give each value an identifier of its own')
  return undefined
}

function nameProblem(names: readonly JsonValue[]): string | undefined {
  const wrong = names.find((name) => typeof name !== 'string' || !isIdentifier(name))
  if (wrong !== undefined) return `${JSON.stringify(wrong)} is no identifier`
  const first = firstIndexes(names)
  const twice = names.find((name, index) => first.get(name) !== index)
  return twice === undefined ? undefined : `${JSON.stringify(twice)} stands for two`
}

/** What a document says of each value, as a list in their order, or an object by value; undefined for those that it does not describe. */
export function enumDescriptions(
  schema: Source<JsonObject>,
  list: EnumList,
): readonly (string | undefined)[] {
  const source = extension(schema, DESCRIPTIONS)
  if (source === undefined) return []
  const { value } = source
  const found = isJsonObject(value) ? list.named.map((it) => own(value, String(it))) : aligned(value, list)
  if (found === undefined) warn(source, `The descriptions of the values are not used: ${misaligned(list)}`)
  return (found ?? []).map((it) => (typeof it === 'string' ? it : undefined))
}

function extension(schema: Source<JsonObject>, keys: readonly string[]): Source | undefined {
  return keys.map((key) => member(schema, key)).find((it) => it !== undefined)
}

/** The items of a list for the named values: it has one for each value, or each but null. */
function aligned(list: JsonValue, { values, named }: EnumList): readonly JsonValue[] | undefined {
  if (!isArray(list)) return undefined
  const others = values.filter((value) => value !== null)
  const all = [values, others].find(({ length }) => length === list.length)
  const indexes = firstIndexes(all ?? [])
  return all && named.map((value) => list[indexes.get(value)!]!)
}

function firstIndexes(values: readonly JsonValue[]): ReadonlyMap<JsonValue, number> {
  return new Map(values.map((value, index) => [value, index] as const).toReversed())
}

function misaligned({ values }: EnumList): string {
  return `they must be a list of ${values.length}, one for each value`
}
