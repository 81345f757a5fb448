/** The formats of JSON Schema 2020-12 (Validation 7.3), each with what it means. */
const jsonSchemaFormats = {
  'date-time': 'A point in time, `date-time` of RFC 3339, 5.6.',
  date: 'A day, `full-date` of RFC 3339, 5.6.',
  time: 'A time of day with its offset, `full-time` of RFC 3339, 5.6.',
  duration: 'A length of time, `duration` of RFC 3339, appendix A.',
  email: 'An address of electronic mail, `Mailbox` of RFC 5321, 4.1.2.',
  'idn-email': 'An address of electronic mail in any script, `Mailbox` of RFC 6531, 3.3.',
  hostname: 'A host name, RFC 1123, 2.1, its A-labels those of RFC 5891.',
  'idn-hostname': 'A host name in any script, RFC 5890, 2.3.2.3.',
  ipv4: 'An IPv4 address, RFC 2673, 3.2.',
  ipv6: 'An IPv6 address, RFC 4291, 2.2.',
  uri: 'An absolute URI, RFC 3986.',
  'uri-reference': 'A URI or a relative reference, RFC 3986.',
  iri: 'An absolute IRI, RFC 3987.',
  'iri-reference': 'An IRI or a relative reference, RFC 3987.',
  uuid: 'A UUID as text, RFC 4122.',
  'uri-template': 'A URI template of any level, RFC 6570.',
  'json-pointer': 'A JSON pointer, RFC 6901, 5.',
  'relative-json-pointer': 'A relative JSON pointer.',
  regex: 'A regular expression of ECMA-262, in the Unicode grammar.',
} as const

/** The other formats of the OpenAPI format registry, each with what it means. */
const openApiFormats = {
  'date-time-local': 'A point in time without an offset, RFC 3339, 5.6.',
  'time-local': 'A time of day without an offset, `partial-time` of RFC 3339, 5.6.',
  'http-date': 'A point in time, `HTTP-date` of RFC 9110, 5.6.7.',
  unixtime: 'Whole seconds since 1970, POSIX.1-2024, 4.19; as a number or as text.',
  int8: 'An integer of 8 bits with sign.',
  int16: 'An integer of 16 bits with sign.',
  int32: 'An integer of 32 bits with sign.',
  int64: 'An integer of 64 bits with sign; as a number or as text.',
  uint8: 'An integer of 8 bits without sign.',
  uint16: 'An integer of 16 bits without sign.',
  uint32: 'An integer of 32 bits without sign.',
  uint64: 'An integer of 64 bits without sign; as a number or as text.',
  'double-int': 'An integer that a number of double precision holds without loss.',
  float: 'A number of single precision; any finite number.',
  double: 'A number of double precision; any finite number.',
  decimal: 'A decimal number; any finite number, or text in fixed-point notation.',
  decimal128: 'A decimal number of 34 digits, IEEE 754; any finite number, or text.',
  byte: 'Bytes in base64, RFC 4648, 4.',
  base64url: 'Bytes in base64url, RFC 4648, 5; padding is optional.',
  binary: 'Any bytes; any string.',
  char: 'A single character.',
  password: 'A secret, a hint to user interfaces; any string.',
  html: 'HTML; any string.',
  commonmark: 'CommonMark; any string.',
  language: 'A language tag, RFC 5646, 2.1.',
  'media-range': 'A `media-range` of RFC 9110, 12.5.1.',
  'ipv4-cidr': 'An IPv4 address with a prefix length, RFC 4632, 3.1.',
  'ipv6-cidr': 'An IPv6 address with a prefix length, RFC 4291, 2.3.',
  'sf-string': 'A string of a structured field, RFC 8941, 3.3.3.',
  'sf-token': 'A token of a structured field, RFC 8941, 3.3.4.',
  'sf-binary': 'A byte sequence of a structured field, RFC 8941, 3.3.5.',
  'sf-boolean': 'A boolean of a structured field, RFC 8941, 3.3.6; as text.',
  'sf-integer': 'An integer of a structured field, RFC 8941, 3.3.1.',
  'sf-decimal': 'A decimal of a structured field, RFC 8941, 3.3.2.',
} as const

/** The formats that validators assert, each with what it means. */
export const supportedFormats = { ...jsonSchemaFormats, ...openApiFormats }

/** A format that validators assert. */
export type SupportedFormat = keyof typeof supportedFormats

/** Whether validators assert `format`. */
export function isSupportedFormat(format: string): format is SupportedFormat {
  return Object.hasOwn(supportedFormats, format)
}
