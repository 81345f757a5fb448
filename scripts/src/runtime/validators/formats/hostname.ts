import { isInternationalizedName } from './idna.js'

const LONGEST_HOSTNAME = 253
const HOSTNAME = /^[A-Za-z\d]+(?:(?:-+|\.)[A-Za-z\d]+)*$/
const TOO_LONG_LABEL = /[^.]{64}/
const A_LABEL = /(?:^|\.)xn--/i

/** Whether `text` is a host name (RFC 1123, 2.1; RFC 1034, 3.1), its A-labels those of IDNA2008 (RFC 5891, 4.4). */
export function isHostname(text: string): boolean {
  return (
    text.length <= LONGEST_HOSTNAME &&
    HOSTNAME.test(text) &&
    (text.length < 64 || !TOO_LONG_LABEL.test(text)) &&
    (!text.includes('--') || !A_LABEL.test(text) || isInternationalizedName(text.split('.')))
  )
}
