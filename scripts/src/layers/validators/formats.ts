/** The formats that are checked, each by a shipped function; `model/formats.ts` lists those that are known. */
import { type Code, code, literal } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import { type Facet, reportCall, schemaPath } from './facet.js'
import { helper } from './runtime.js'

interface FormatCheck {
  /** The type of value that the format says something about (JSON Schema Validation 7.1); others pass. */
  readonly type: 'string' | 'number'
  readonly check: Code
}

const checks: ReadonlyMap<string, FormatCheck> = new Map([
  ['date-time', { type: 'string', check: helper('formats/date-time', 'isDateTime') }],
  ['date', { type: 'string', check: helper('formats/date-time', 'isDate') }],
  ['time', { type: 'string', check: helper('formats/date-time', 'isTime') }],
  ['uuid', { type: 'string', check: helper('formats/uuid', 'isUuid') }],
  ['uri', { type: 'string', check: helper('formats/uri', 'isUri') }],
  ['email', { type: 'string', check: helper('formats/email', 'isEmail') }],
  ['byte', { type: 'string', check: helper('formats/byte', 'isByte') }],
  ['int32', { type: 'number', check: helper('formats/integers', 'isInt32') }],
  ['int64', { type: 'number', check: helper('formats/integers', 'isInt64') }],
])

/** Whether there is a check for a format. */
export function isAsserted(format: string): boolean {
  return checks.has(format)
}

/** The facet of `format`, if there is a check for values of `type`. */
export function formatFacets(schema: Schema, value: Code, type: 'string' | 'number'): Facet[] {
  const { format } = schema
  const found = format === undefined ? undefined : checks.get(format)
  if (format === undefined || found?.type !== type) return []
  const holds = code`${found.check}(${value})`
  return [
    {
      holds,
      fails: code`!${holds}`,
      report: reportCall('report-string', 'format', schemaPath(schema, 'format'), [literal(format), value]),
    },
  ]
}
