/**
 * The formats that validators assert, each with what it means. The first five are of JSON Schema (Validation 7.3), the others
 * of the OpenAPI format registry.
 */
export const supportedFormats = {
  'date-time': 'A point in time, `date-time` of RFC 3339, 5.6.',
  date: 'A day, `full-date` of RFC 3339, 5.6.',
  time: 'A time of day with its offset, `full-time` of RFC 3339, 5.6.',
  uuid: 'A UUID as text, RFC 4122.',
  uri: 'An absolute URI, RFC 3986.',
  email: 'An address of electronic mail, `Mailbox` of RFC 5321, 4.1.2.',
  int32: 'An integer of 32 bits with sign.',
  int64: 'An integer of 64 bits with sign.',
  float: 'A number of single precision; any finite number.',
  double: 'A number of double precision; any finite number.',
  byte: 'Bytes in base64, RFC 4648, 4.',
  binary: 'Any bytes; any string.',
  password: 'A secret, a hint to user interfaces; any string.',
} as const

/** A format that validators assert. */
export type SupportedFormat = keyof typeof supportedFormats

/** Whether validators assert `format`. */
export function isSupportedFormat(format: string): format is SupportedFormat {
  return Object.hasOwn(supportedFormats, format)
}

/** Whether JSON Schema 2020-12 (Validation 7.3) defines `format` and validators do not assert it yet. */
export function isFormatNotYetSupported(format: string): boolean {
  return NOT_YET.has(format)
}

const NOT_YET: ReadonlySet<string> = new Set([
  'duration',
  'hostname',
  'idn-email',
  'idn-hostname',
  'ipv4',
  'ipv6',
  'iri',
  'iri-reference',
  'json-pointer',
  'regex',
  'relative-json-pointer',
  'uri-reference',
  'uri-template',
])
