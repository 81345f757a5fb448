import { isMailbox, mailboxPattern } from './mailbox-grammar.js'

const MAILBOX = /* @__PURE__ */ mailboxPattern()

/** Whether `text` is a `Mailbox` of RFC 5321, 4.1.2. */
export function isEmail(text: string): boolean {
  return isMailbox(MAILBOX, text)
}
