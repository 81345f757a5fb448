import { isBase64Url } from '../../../../../scripts/src/runtime/validators/formats/base64url.js'
import { isByte } from '../../../../../scripts/src/runtime/validators/formats/byte.js'
import { isChar } from '../../../../../scripts/src/runtime/validators/formats/char.js'
import {
  isJsonPointer,
  isRelativeJsonPointer,
} from '../../../../../scripts/src/runtime/validators/formats/json-pointer.js'
import { isLanguage } from '../../../../../scripts/src/runtime/validators/formats/language.js'
import { isMediaRange } from '../../../../../scripts/src/runtime/validators/formats/media-range.js'
import { isRegex } from '../../../../../scripts/src/runtime/validators/formats/regex.js'
import * as fields from '../../../../../scripts/src/runtime/validators/formats/structured-fields.js'
import { isUuid } from '../../../../../scripts/src/runtime/validators/formats/uuid.js'
import { checkTable } from './check-table.js'

checkTable('uuid', isUuid, {
  accepts: ['01234567-89ab-cdef-ABCD-EF0123456789', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  refuses: [
    '',
    '01234567-89ab-cdef-ABCD-EF012345678',
    '01234567-89ab-cdef-ABCD-EF01234567890',
    '0123456789abcdefABCDEF0123456789',
    '{01234567-89ab-cdef-ABCD-EF0123456789}',
    '01234567_89ab-cdef-ABCD-EF0123456789',
    '01234567-89ab_cdef-ABCD-EF0123456789',
    '01234567-89ab-cdef_ABCD-EF0123456789',
    '01234567-89ab-cdef-ABCD_EF0123456789',
    'g1234567-89ab-cdef-ABCD-EF0123456789',
    '01234567-89aG-cdef-ABCD-EF0123456789',
    '01234567-89ab-cde/-ABCD-EF0123456789',
    '01234567-89ab-cdef-ABC:-EF0123456789',
    '01234567-89ab-cdef-ABCD-EF012345678`',
    '01234567-89ab-cdef-ABCD-EF0123456789\n',
  ],
})

checkTable('json-pointer', isJsonPointer, {
  accepts: ['', '/', '//', '/~0~1', '/a/ /"/\n/\u{1F600}', '/~01'],
  refuses: ['a', 'a/b', '#/a', ' ', '/~', '/~2', '/a~/b', '/~~0', '\n/'],
})

checkTable('relative-json-pointer', isRelativeJsonPointer, {
  accepts: ['0', '10', '0#', '3/', '3/a~1b', '0/#', '0+1', '1-2/a', '0-1#', '1+10/b'],
  refuses: [
    '',
    '/',
    '#',
    '-1',
    '+1',
    '00',
    '01/a',
    '0a',
    '1##',
    '1#/a',
    '1/~',
    '0+',
    '0-/a',
    '0+01',
    '0++1',
    '1 ',
    '1\n',
    '\u0661',
  ],
})

checkTable('regex', isRegex, {
  accepts: [
    '',
    'a|b',
    '(?=a)(?!b)(?<=c)(?<!d)',
    '\\p{L}\\u{1F600}',
    '[\\-\\]]',
    '(?<n>.)\\k<n>',
    '^[^]$',
    '\\/',
  ],
  refuses: [
    '(',
    ')',
    '[',
    '*',
    'a**',
    'a{2,1}',
    '{',
    ']',
    '\\',
    '\\-',
    '\\p{Nope}',
    '\\k<n>',
    '(?<n>a)(?<n>b)',
    '[b-a]',
    '\\1',
  ],
})

checkTable('byte', isByte, {
  accepts: ['', 'AA==', 'AAA=', 'AAAA', '09+/', 'AAAAaaaaBBBB', 'AAAAAA=='],
  refuses: [
    'A',
    'AA',
    'AAA',
    'AA=',
    'A===',
    '====',
    '==',
    'AAAAA',
    'AA==AA==',
    'AA-_',
    'AA\n=',
    'AAA=\n',
    ' AAA',
    '\u00E9AA=',
  ],
})

checkTable('base64url', isBase64Url, {
  accepts: ['', 'AA', 'AAA', 'AAAA', 'AA==', 'AAA=', '09-_', 'AAAAaa'],
  refuses: ['A', 'AAAAA', 'AA=', 'A===', '=', '==', 'AA==AA', 'AA+/', 'AA\n', 'AAA\u00E9'],
})

checkTable('char', isChar, {
  accepts: ['a', ' ', '\u0000', '\u00E9', '\u{1F600}', '\uD800'],
  refuses: ['', 'ab', 'e\u0301', '\uDC00\uD800', '\u{1F600}a', '\u{1F600}\u{1F600}', '\uD800a'],
})

checkTable('language', isLanguage, {
  accepts: [
    'en',
    'EN-us',
    'cmn',
    'zh-yue-abc-def',
    'abcd',
    'abcdefgh',
    'zh-Hant',
    'zh-Hant-TW',
    'es-419',
    'de-1996',
    'sl-rozaj-biske',
    'de-DE-u-co-phonebk',
    'en-a-bbb-x-a-ccc',
    'ar-0-ab-1-cd-efg',
    'x-whatever-1',
    'i-klingon',
    'I-Default',
    'en-GB-oed',
    'sgn-BE-FR',
    'sgn-ch-de',
  ],
  refuses: [
    '',
    'e',
    'en-',
    '-en',
    'en_US',
    'en--US',
    'abcdefghi',
    '12',
    'en-abcdefghi',
    'en-US-GB',
    'en-419-Latn',
    'abcd-yue',
    'zh-abc-def-ghi-jkl',
    'de-19',
    'de-DE-u',
    'de-u-a',
    'de-u-abcdefghi',
    'en-x',
    'x',
    'x-',
    'x-abcdefghi',
    'i-unknown',
    'i',
    'en-GB-oedx',
    '\u212Aa',
    'en\n',
    'de-\u0661996',
  ],
})

checkTable('media-range', isMediaRange, {
  accepts: [
    '*/*',
    'text/*',
    'text/html',
    'application/vnd.api+json',
    'text/html;charset=utf-8',
    'text/html ; charset=utf-8',
    'text/html;\tcharset="utf-8"',
    'a/b;c="";d=e;f="g\\"h; i"',
    'a/b;',
    'a/b ; ; ;c=d',
    'a/b;c=d; ',
    'a/b;c="\u00E9\\\u00FF"',
  ],
  refuses: [
    '',
    'text',
    'text/',
    '/html',
    'text/html/x',
    'text /html',
    'text/html ',
    ' text/html',
    'text/html, text/plain',
    'text/html charset=utf-8',
    'text/html;charset',
    'text/html;charset=',
    'text/html;=utf-8',
    'text/html;charset =utf-8',
    'text/html;charset= utf-8',
    'a/b;c=d e=f',
    'a/b;c="d',
    'a/b;c=d"',
    'a/b;c="d"e',
    'a/b;c="\\"',
    'a/b;c="\n"',
    'a/b;c="\u0100"',
    'a/b;c=d ',
    't\u00E9xt/html',
    '(a)/b',
    'a/b\n',
  ],
})

checkTable('sf-string', fields.isSfString, {
  accepts: ['""', '"a b~!"', '"\\"\\\\"', '"[]"'],
  refuses: ['', '"', 'a', '"a', 'a"', '"a"b"', '"\\"', '"\\a"', '"\\\\\\"', '"\t"', '"\u00E9"', '"a"\n'],
})
checkTable('sf-token', fields.isSfToken, {
  accepts: ['a', '*', 'A1', "a!#$%&'*+-.^_`|~:/"],
  refuses: ['', '1', ':a', '/', 'a b', 'a"', 'a,b', 'a=b', 'a\n', '\u00E9'],
})
checkTable('sf-binary', fields.isSfBinary, {
  accepts: ['::', ':AA==:', ':AA:', ':AAA=:', ':AAAA:', ':09+/:'],
  refuses: [
    '',
    ':',
    'AA==',
    ':AA==',
    'AA==:',
    ':A:',
    ':AA=:',
    ':A===:',
    ':=:',
    ':AA==AA:',
    ':AA-_:',
    ':AA==:\n',
  ],
})
checkTable('sf-boolean', fields.isSfBoolean, {
  accepts: ['?0', '?1'],
  refuses: ['', '?', '0', '1', '?2', '?00', '?T', 'true', '?1\n'],
})
checkTable('sf-integer', fields.isSfInteger, {
  accepts: [0, -0, 42, 999999999999999, -999999999999999],
  refuses: [1e15, -1e15, 0.5, NaN, Infinity],
})
checkTable('sf-decimal', fields.isSfDecimal, {
  accepts: [0, -0, 1, 0.001, -12.345, 999999999999.999, -999999999999],
  refuses: [1e12, -1e12, 0.0001, 1.2345, 1e-300, NaN, Infinity],
})
