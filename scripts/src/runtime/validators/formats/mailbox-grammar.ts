/** The grammar that `email` and `idn-email` share (RFC 5321, 4.1.2; RFC 6531, 3.3). */
import { isIpv4, isIpv6 } from './ip.js'

/** Octets of the longest local part, of `@` and of the longest domain (RFC 5321, 4.5.3.1). */
const LONGEST_MAILBOX = 64 + 1 + 255
const IPV6_TAG = /^IPv6:/i

/** The pattern of a `Mailbox` whose atoms, quoted strings and labels can have the characters of `beyondAscii` too. */
export function mailboxPattern(beyondAscii = ''): RegExp {
  const atom = `[\\w!#$%&'*+\\/=?^\`{|}~\\-${beyondAscii}]+`
  const quoted = `"(?:[ !#-\\[\\]-~${beyondAscii}]|\\\\[ -~])*"`
  const letDig = `[A-Za-z\\d${beyondAscii}]+`
  const domain = `${letDig}(?:(?:-+|\\.)${letDig})*`
  const local = `(?:${atom}(?:\\.${atom})*|${quoted})`
  return new RegExp(`^${local}@(?:${domain}|\\[[\\dA-Za-z.:]+\\])$`, beyondAscii === '' ? '' : 'u')
}

/** Whether `text` is a mailbox of `pattern`, and the address of an address literal is one. */
export function isMailbox(pattern: RegExp, text: string): boolean {
  return (
    text.length <= LONGEST_MAILBOX && pattern.test(text) && (!text.endsWith(']') || endsWithAddress(text))
  )
}

/** Of the tags of a `General-address-literal`, which have to be registered, none is but `IPv6` (RFC 5321, 4.1.3). */
function endsWithAddress(text: string): boolean {
  const address = text.slice(text.lastIndexOf('[') + 1, -1)
  return IPV6_TAG.test(address) ? isIpv6(address.slice(5)) : isIpv4(address)
}
