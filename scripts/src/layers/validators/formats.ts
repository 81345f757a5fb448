/** The checks of formats: shipped functions for every format that `model/formats.ts` knows. */
import { type Code, code, literal } from '../../emit/index.js'
import type { Schema, SupportedFormat } from '../../model/types.js'
import { type Facet, reporting } from './facet.js'
import { helper } from './runtime.js'

/** The check of values of each type that a format says something about (JSON Schema Validation 7.1); all others pass. */
interface FormatChecks {
  readonly string?: Code
  readonly number?: Code
}

const anything: FormatChecks = {}

/** The checks of each format. */
export const formatChecks: { readonly [F in SupportedFormat]: FormatChecks } = {
  'date-time': text('date-time', 'isDateTime'),
  date: text('date-time', 'isDate'),
  time: text('date-time', 'isTime'),
  duration: text('duration', 'isDuration'),
  email: text('email', 'isEmail'),
  'idn-email': text('idn-email', 'isIdnEmail'),
  hostname: text('hostname', 'isHostname'),
  'idn-hostname': text('idn-hostname', 'isIdnHostname'),
  ipv4: text('ip', 'isIpv4'),
  ipv6: text('ip', 'isIpv6'),
  uri: text('uri', 'isUri'),
  'uri-reference': text('uri-reference', 'isUriReference'),
  iri: text('iri', 'isIri'),
  'iri-reference': text('iri-reference', 'isIriReference'),
  uuid: text('uuid', 'isUuid'),
  'uri-template': text('uri-template', 'isUriTemplate'),
  'json-pointer': text('json-pointer', 'isJsonPointer'),
  'relative-json-pointer': text('json-pointer', 'isRelativeJsonPointer'),
  regex: text('regex', 'isRegex'),

  'date-time-local': text('local-date-time', 'isLocalDateTime'),
  'time-local': text('local-date-time', 'isLocalTime'),
  'http-date': text('http-date', 'isHttpDate'),
  unixtime: { ...text('integer-text', 'isUnixTimeText'), ...integer('isUnixTime') },
  int8: integer('isInt8'),
  int16: integer('isInt16'),
  int32: integer('isInt32'),
  int64: { ...text('integer-text', 'isInt64Text'), ...integer('isInt64') },
  uint8: integer('isUint8'),
  uint16: integer('isUint16'),
  uint32: integer('isUint32'),
  uint64: { ...text('integer-text', 'isUint64Text'), ...integer('isUint64') },
  'double-int': integer('isDoubleInt'),
  float: anything,
  double: anything,
  decimal: text('decimal', 'isDecimalText'),
  decimal128: text('decimal128', 'isDecimal128Text'),
  byte: text('byte', 'isByte'),
  base64url: text('base64url', 'isBase64Url'),
  binary: anything,
  char: text('char', 'isChar'),
  password: anything,
  html: anything,
  commonmark: anything,
  language: text('language', 'isLanguage'),
  'media-range': text('media-range', 'isMediaRange'),
  'ipv4-cidr': text('cidr', 'isIpv4Cidr'),
  'ipv6-cidr': text('cidr', 'isIpv6Cidr'),
  'sf-string': text('structured-fields', 'isSfString'),
  'sf-token': text('structured-fields', 'isSfToken'),
  'sf-binary': text('structured-fields', 'isSfBinary'),
  'sf-boolean': text('structured-fields', 'isSfBoolean'),
  'sf-integer': { number: helper('formats/structured-fields', 'isSfInteger') },
  'sf-decimal': { number: helper('formats/structured-fields', 'isSfDecimal') },
}

/** Whether there is a check for a format. */
export function isAsserted(format: string): boolean {
  return isSupportedFormat(format) && formatChecks[format] !== anything
}

/** The facet of `format`, if there is a check for values of `type`. */
export function formatFacets(schema: Schema, value: Code, type: 'string' | 'number'): Facet[] {
  const { format } = schema
  if (format === undefined || !isSupportedFormat(format)) return []
  const check = formatChecks[format][type]
  if (check === undefined) return []
  const holds = code`${check}(${value})`
  return [
    {
      holds,
      fails: code`!${holds}`,
      report: reporting('reportFormat', [value, literal(format)], schema, 'format'),
    },
  ]
}

function text(file: string, name: string): FormatChecks {
  return { string: helper(`formats/${file}`, name) }
}

function integer(name: string): FormatChecks {
  return { number: helper('formats/integers', name) }
}

function isSupportedFormat(format: string): format is SupportedFormat {
  return Object.hasOwn(formatChecks, format)
}
