import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { FORMATS } from './pools.js'

const ajv = new Ajv2020({ strict: false, logger: false })
formats.default(ajv)

const checks: ReadonlyMap<string, ValidateFunction> = new Map(
  Object.keys(FORMATS).map((format) => [format, ajv.compile({ format })]),
)

/** Whether a text has one of the formats that random schemas ask for, as ajv-formats sees it. */
export function hasFormat(text: string, format: string): boolean {
  return checks.get(format)?.(text) ?? true
}
