const ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+"
const QUOTED = '"(?:[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\x20-\\x7E])*"'
const LABEL = '[A-Za-z\\d](?:[A-Za-z\\d-]{0,61}[A-Za-z\\d])?'
const ADDRESS_LITERAL = '\\[[\\x21-\\x5A\\x5E-\\x7E]+\\]'
const MAILBOX = new RegExp(
  `^(?:${ATOM}(?:\\.${ATOM})*|${QUOTED})@(?:${LABEL}(?:\\.${LABEL})*|${ADDRESS_LITERAL})$`,
)

/** Whether `text` is a `Mailbox` of RFC 5321, 4.1.2. */
export function isEmail(text: string): boolean {
  return MAILBOX.test(text)
}
