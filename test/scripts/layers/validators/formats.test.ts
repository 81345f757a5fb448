import { describe, expect, it } from 'vitest'
import { formatChecks } from '../../../../scripts/src/layers/validators/formats.js'
import { type SupportedFormat, supportedFormats } from '../../../../scripts/src/model/index.js'
import { importValidators } from '../import-validators.js'

interface Row {
  readonly accepts: readonly unknown[]
  readonly refuses: readonly unknown[]
}

const anything: Row = { accepts: ['', 'x', 0, -1.5], refuses: [] }

/** For each format, values of the types that it is about; the checks have tables of their own. */
const rows: { readonly [F in SupportedFormat]: Row } = {
  'date-time': { accepts: ['2025-04-19T01:20:27.564Z'], refuses: ['2025-04-19'] },
  date: { accepts: ['2000-02-29'], refuses: ['08:30:06Z'] },
  time: { accepts: ['08:30:06Z'], refuses: ['2000-02-29'] },
  duration: { accepts: ['P1D'], refuses: ['1D'] },
  email: { accepts: ['a@b.example'], refuses: ['\u00E9@b.example'] },
  'idn-email': { accepts: ['\u00E9@b.example'], refuses: ['b.example'] },
  hostname: { accepts: ['b.example'], refuses: ['\u00E9.example'] },
  'idn-hostname': { accepts: ['\u00E9.example'], refuses: ['-\u00E9.example'] },
  ipv4: { accepts: ['127.0.0.1'], refuses: ['::1'] },
  ipv6: { accepts: ['::1'], refuses: ['127.0.0.1'] },
  uri: { accepts: ['https://b.example/'], refuses: ['/a', 'https://\u00E9/'] },
  'uri-reference': { accepts: ['/a'], refuses: ['/\u00E9'] },
  iri: { accepts: ['https://\u00E9/'], refuses: ['/\u00E9'] },
  'iri-reference': { accepts: ['/\u00E9'], refuses: ['\\'] },
  uuid: { accepts: ['13c0be89-5ae8-4b0b-ad22-79565e11de3b'], refuses: ['13c0be89'] },
  'uri-template': { accepts: ['/{a}'], refuses: ['/{a'] },
  'json-pointer': { accepts: ['/a'], refuses: ['0/a'] },
  'relative-json-pointer': { accepts: ['0/a'], refuses: ['/a'] },
  regex: { accepts: ['a+'], refuses: ['+'] },
  'date-time-local': { accepts: ['2025-04-19T01:20:27'], refuses: ['01:20:27'] },
  'time-local': { accepts: ['01:20:27'], refuses: ['2025-04-19T01:20:27'] },
  'http-date': { accepts: ['Tue, 05 Aug 2031 07:06:05 GMT'], refuses: ['2025-04-19T01:20:27Z'] },
  unixtime: { accepts: [-1, '-1'], refuses: [1.5, '1.5'] },
  int8: { accepts: [-128, 'x'], refuses: [-129] },
  int16: { accepts: [-129, 'x'], refuses: [-32769] },
  int32: { accepts: [-32769, 'x'], refuses: [2147483648] },
  int64: { accepts: [2147483648, '2147483648'], refuses: [2 ** 63, '9223372036854775808', 'x'] },
  uint8: { accepts: [255, 'x'], refuses: [256] },
  uint16: { accepts: [256, 'x'], refuses: [65536] },
  uint32: { accepts: [65536, 'x'], refuses: [4294967296] },
  uint64: { accepts: [4294967296, '9223372036854775808'], refuses: [2 ** 64, '-1'] },
  'double-int': { accepts: [2 ** 53 - 1, 'x'], refuses: [2 ** 53] },
  float: anything,
  double: anything,
  decimal: { accepts: [1.5, '1.5'], refuses: ['1e5'] },
  decimal128: { accepts: [1.5, '1e5', 'INF'], refuses: ['1e9999'] },
  byte: { accepts: ['AA=='], refuses: ['AA'] },
  base64url: { accepts: ['AA'], refuses: ['A+'] },
  binary: anything,
  char: { accepts: ['\u{1F600}'], refuses: ['ab'] },
  password: anything,
  html: anything,
  commonmark: anything,
  language: { accepts: ['de-CH'], refuses: ['de_CH'] },
  'media-range': { accepts: ['text/*;q=1'], refuses: ['text'] },
  'ipv4-cidr': { accepts: ['10.0.0.0/8'], refuses: ['::/8'] },
  'ipv6-cidr': { accepts: ['::/8'], refuses: ['10.0.0.0/8'] },
  'sf-string': { accepts: ['"a"'], refuses: ['a'] },
  'sf-token': { accepts: ['a'], refuses: ['"a"'] },
  'sf-binary': { accepts: [':AA==:'], refuses: ['AA=='] },
  'sf-boolean': { accepts: ['?1'], refuses: ['1'] },
  'sf-integer': { accepts: [1, 'x'], refuses: [1e15] },
  'sf-decimal': { accepts: [1.5, 'x'], refuses: [1.2345] },
}

const formats = Object.keys(supportedFormats) as SupportedFormat[] // the keys of the table itself

/** What every format allows, since it is about strings or numbers only. */
const ofOtherTypes = [null, true, [], {}, ['a'], { a: 'b' }]

it('checks each format but those that allow anything', () => {
  expect(formats.filter((format) => Object.keys(formatChecks[format]).length === 0)).toEqual(
    formats.filter((format) => rows[format] === anything),
  )
})

describe('generated validators', async () => {
  const names = new Map(formats.map((format, index) => [format, `Format${index}`]))
  const schemas = Object.fromEntries([...names].map(([format, name]) => [name, { format }]))

  it('check each format', async () => {
    const validators = await importValidators(schemas)
    for (const [format, name] of names) {
      const { is, validate } = validators[name]!
      for (const value of [...rows[format].accepts, ...ofOtherTypes]) {
        expect([format, value, is(value), validate(value)]).toEqual([format, value, true, { value }])
      }
      for (const value of rows[format].refuses) {
        expect([format, value, is(value)]).toEqual([format, value, false])
        expect(validate(value)).toMatchObject({ issues: [{ keyword: 'format', params: { format } }] })
      }
    }
  })
})
