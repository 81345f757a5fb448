import { isMailbox, mailboxPattern } from './mailbox-grammar.js'

/** `UTF8-non-ascii` of RFC 6531, 3.3: surrogates have no UTF-8. */
const IDN_MAILBOX = /* @__PURE__ */ mailboxPattern('\\x80-\\uD7FF\\uE000-\\u{10FFFF}')

/** Whether `text` is a `Mailbox` as RFC 6531, 3.3 extends it beyond US-ASCII. */
export function isIdnEmail(text: string): boolean {
  return isMailbox(IDN_MAILBOX, text)
}
