import { isEmail } from '../../../../../scripts/src/runtime/validators/formats/email.js'
import { isIdnEmail } from '../../../../../scripts/src/runtime/validators/formats/idn-email.js'
import { checkTable } from './check-table.js'

const ascii = [
  'a@b',
  'A.b-C_d@e-f.G--h.9',
  "!#$%&'*+-/=?^_`{|}~@a",
  '""@a',
  '" !#[]^~@."@a',
  '"\\"\\\\\\ \\a"@a',
  'a@[1.2.3.4]',
  'a@[IPv6:::1]',
  'a@[ipv6:1:2:3:4:5:6:7.8.9.10]',
  `${'a'.repeat(64)}@${'b.'.repeat(127)}c`,
]

const broken = [
  '',
  'a',
  '@',
  '@a',
  'a@',
  'a@b@c',
  'a..b@c',
  '.a@b',
  'a.@b',
  'a b@c',
  'a@b c',
  'a@-b',
  'a@b-',
  'a@b-.c',
  'a@b.-c',
  'a@.b',
  'a@b.',
  'a@b..c',
  'a@b_c',
  '"a@b',
  'a"@b',
  '"a"b@c',
  '"a".b@c',
  '"""@a',
  '"\\"@a',
  '"a\tb"@c',
  '"\\\t"@c',
  '(a)b@c',
  '<a@b>',
  'a:b@c',
  'a,b@c',
  'a@[1.2.3]',
  'a@[1.2.3.256]',
  'a@[::1]',
  'a@[IPv6:1.2.3.4]',
  'a@[IPv6:]',
  'a@[IPv6:1::2::3]',
  'a@[tag:x]',
  'a@[]',
  'a@[1.2.3.4',
  'a@1.2.3.4]',
  'a@[1.2.3.4]b',
  'a@[1.2.3.4]]',
  'a@b\n',
  '\na@b',
  'a@b\u0000',
  `${'a'.repeat(65)}@${'b.'.repeat(127)}c`,
]

const beyondAscii = [
  '\u00E9@b',
  'a\u00E9.\u4E2D@b',
  '"\u00E9"@b',
  'a@\u00E9',
  'a@b-\u00E9.\u{20000}',
  '\uFFFF\u{10FFFF}@\u0080',
]
const brokenBeyondAscii = [
  '\uD800@b',
  'a@\uDC00',
  '\u00E9',
  '\u00E9.@b',
  'a@-\u00E9',
  'a@\u00E9-',
  '"\\\u00E9"@b',
  'a\uFF20b',
  'a@[\u00E9]',
]

checkTable('email', isEmail, { accepts: ascii, refuses: [...broken, ...beyondAscii, ...brokenBeyondAscii] })
checkTable('idn-email', isIdnEmail, {
  accepts: [...ascii, ...beyondAscii],
  refuses: [...broken, ...brokenBeyondAscii],
})
