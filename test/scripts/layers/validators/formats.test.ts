import { expect, it } from 'vitest'
import { importValidators } from '../import-validators.js'

const rows: Readonly<Record<string, { accepts: readonly unknown[]; refuses: readonly unknown[] }>> = {
  'date-time': {
    accepts: [
      '2025-04-19T01:20:27.564Z',
      '2025-04-18T20:34:17.153744602Z',
      '1985-04-12t23:20:50.52z',
      '1996-12-19T16:39:57-08:00',
      '1990-12-31T23:59:60Z',
      '1990-12-31T15:59:60-08:00',
      '2024-02-29T00:00:00Z',
      5,
    ],
    refuses: [
      '2025-04-19',
      '2025-04-19 01:20:27Z',
      '2025-02-29T00:00:00Z',
      '2025-13-01T00:00:00Z',
      '2025-04-19T24:00:00Z',
      '2025-04-19T01:20:27',
      '1998-12-31T22:59:60Z',
      '2025-04-19T01:20:27+24:00',
      '२०२५-04-19T01:20:27Z',
    ],
  },
  date: { accepts: ['2000-02-29'], refuses: ['1900-02-29', '2025-4-1', '2025-04-31', '2025-04-00'] },
  time: { accepts: ['08:30:06Z', '23:59:60+00:00'], refuses: ['08:30:06', '08:30Z', '23:58:60Z'] },
  uuid: {
    accepts: [
      '13c0be89-5ae8-4b0b-ad22-79565e11de3b',
      '00000000-0000-0000-0000-000000000000',
      'FFFFFFFF-ffff-ffff-ffff-ffffffffffff',
    ],
    refuses: [
      '13c0be895ae84b0bad2279565e11de3b',
      '13c0be89-5ae8-4b0b-ad22-79565e11de3',
      'g3c0be89-5ae8-4b0b-ad22-79565e11de3b',
    ],
  },
  uri: {
    accepts: [
      'https://a.example/b?c=d#e',
      'urn:isbn:1',
      'http://[::1]:80/',
      'mailto:a@b.example',
      'file:///etc/x',
      'a:',
    ],
    refuses: [
      '/relative',
      '//a.example',
      'https://a b',
      'http://[::1',
      'https://a/\\',
      '',
      ':x',
      'http://[1::2::3]/',
      'a://b:port',
    ],
  },
  email: {
    accepts: ['a@b.example', '"a b"@b', 'a@[127.0.0.1]'],
    refuses: ['a', '@b', 'a@', '.a@b', 'a@-b', 'a@b@c'],
  },
  byte: { accepts: ['', 'QQ==', 'QUI=', 'QUJD'], refuses: ['Q', 'QQ', 'QQ=', 'Q-_=', 'QUJD\n'] },
  int32: { accepts: [2147483647, -2147483648, 'text'], refuses: [2147483648, -2147483649, 0.5] },
  int64: { accepts: [9007199254740991, -(2 ** 63)], refuses: [2 ** 63, 0.5] },
  float: { accepts: [1.5], refuses: [] },
  password: { accepts: ['x'], refuses: [] },
}

it.each(Object.entries(rows))('%s', async (format, { accepts, refuses }) => {
  const { Value } = await importValidators({ Value: { format } })
  for (const value of accepts) expect(Value.is(value), String(value)).toBe(true)
  for (const value of refuses) expect(Value.is(value), String(value)).toBe(false)
})
