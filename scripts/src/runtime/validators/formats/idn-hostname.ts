import { isHostname } from './hostname.js'
import { isInternationalizedName } from './idna.js'

const ASCII_NAME = /^[\0-\x7F]*$/

/** Full stops that IDNA takes for a dot (RFC 5895, 2.3). */
const FULL_STOPS = /[.\u3002\uFF0E\uFF61]/

/** Characters are at most two code units and take at least one octet each. */
const LONGEST_IDN_HOSTNAME = 2 * 253

/** Whether `text` is a host name, or an internationalized one (RFC 5890, 2.3.2.3). */
export function isIdnHostname(text: string): boolean {
  if (text.length > LONGEST_IDN_HOSTNAME) return false
  return ASCII_NAME.test(text) ? isHostname(text) : isInternationalizedName(text.split(FULL_STOPS))
}
