import { isDecimalText } from '../../../../../scripts/src/runtime/validators/formats/decimal.js'
import { isDecimal128Text } from '../../../../../scripts/src/runtime/validators/formats/decimal128.js'
import {
  isInt64Text,
  isUint64Text,
  isUnixTimeText,
} from '../../../../../scripts/src/runtime/validators/formats/integer-text.js'
import * as integers from '../../../../../scripts/src/runtime/validators/formats/integers.js'
import { checkTable } from './check-table.js'

const noIntegers = [0.5, -0.5, 1e-300, 1e300, -1e300, NaN, Infinity, -Infinity]

checkTable('int8', integers.isInt8, { accepts: [-128, 0, -0, 127], refuses: [-129, 128, 384, ...noIntegers] })
checkTable('int16', integers.isInt16, {
  accepts: [-32768, 0, 32767],
  refuses: [-32769, 32768, 65536 * 3, ...noIntegers],
})
checkTable('int32', integers.isInt32, {
  accepts: [-2147483648, 0, -0, 2147483647],
  refuses: [-2147483649, 2147483648, 4294967296, ...noIntegers],
})
checkTable('int64', integers.isInt64, {
  accepts: [-(2 ** 63), 0, 2 ** 53, 2 ** 63 - 1024],
  refuses: [2 ** 63, -(2 ** 63) - 2048, ...noIntegers],
})
checkTable('uint8', integers.isUint8, { accepts: [0, -0, 255], refuses: [-1, 256, 512, ...noIntegers] })
checkTable('uint16', integers.isUint16, { accepts: [0, 65535], refuses: [-1, 65536, ...noIntegers] })
checkTable('uint32', integers.isUint32, {
  accepts: [0, 4294967295],
  refuses: [-1, 4294967296, ...noIntegers],
})
checkTable('uint64', integers.isUint64, {
  accepts: [0, 2 ** 53, 2 ** 64 - 2048],
  refuses: [-1, 2 ** 64, ...noIntegers],
})
checkTable('double-int', integers.isDoubleInt, {
  accepts: [0, 2 ** 53 - 1, 1 - 2 ** 53],
  refuses: [2 ** 53, -(2 ** 53), ...noIntegers],
})
checkTable('unixtime', integers.isUnixTime, { accepts: [0, -1, 4102444800], refuses: [1.5, NaN, Infinity] })

const noIntegerTexts = [
  '',
  '-',
  '+1',
  '01',
  '-01',
  '1.0',
  '1e3',
  '0x1',
  ' 1',
  '1 ',
  '1\n',
  '1n',
  '1_000',
  '\u0661',
  'NaN',
]

checkTable('int64 as text', isInt64Text, {
  accepts: ['0', '-0', '7', '-9223372036854775808', '9223372036854775807'],
  refuses: ['-9223372036854775809', '9223372036854775808', '9'.repeat(30), ...noIntegerTexts],
})
checkTable('uint64 as text', isUint64Text, {
  accepts: ['0', '7', '18446744073709551615'],
  refuses: ['-1', '18446744073709551616', '100000000000000000000', ...noIntegerTexts],
})
checkTable('unixtime as text', isUnixTimeText, {
  accepts: ['0', '-86400', '1'.repeat(40)],
  refuses: noIntegerTexts,
})

checkTable('decimal as text', isDecimalText, {
  accepts: ['0', '-0', '007', '12.50', '-0.001', `${'9'.repeat(50)}.5`],
  refuses: ['', '-', '.5', '5.', '+5', '1e3', '1,5', '1.2.3', ' 1', '1\n', 'NaN', '\u0661'],
})

const digits = '1234567890123456789012345678901234'
checkTable('decimal128 as text', isDecimal128Text, {
  accepts: [
    '0',
    '-0.000',
    '0e99999',
    digits,
    `-0.000${digits}`,
    `00${digits}0000`,
    `${digits.slice(0, 20)}.${digits.slice(20)}00`,
    '9e6144',
    '0.9E+6145',
    `${'9'.repeat(34)}e6111`,
    '1e-6176',
    '10e-6177',
    'NaN',
    'INF',
    '-INF',
  ],
  refuses: [
    '',
    '-',
    '.5',
    '5.',
    '+1',
    '1e',
    '1e+',
    '1e1.5',
    ' 1',
    '1\n',
    `${digits}5`,
    `0.${digits}5`,
    '1e6145',
    '10e6144',
    `${'9'.repeat(34)}e6112`,
    '1e-6177',
    '1.5e-6176',
    '-NaN',
    '+INF',
    'Infinity',
    'inf',
    '\u0661',
  ],
})
