/** `full-date`, each month with its days and 29 February in leap years only (RFC 3339, 5.6 and appendix C). */
export const FULL_DATE =
  '(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)'

/** `partial-time`, with a leap second at the end of any minute. */
export const PARTIAL_TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d:(?:[0-5]\\d|60)(?:\\.\\d+)?'

const FULL_TIME = `${PARTIAL_TIME}(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)`
const DATE = /* @__PURE__ */ new RegExp(`^${FULL_DATE}$`)
const TIME = /* @__PURE__ */ new RegExp(`^${FULL_TIME}$`)
const DATE_TIME = /* @__PURE__ */ new RegExp(`^${FULL_DATE}[Tt]${FULL_TIME}$`)
const MINUTES_OF_DAY = 24 * 60

/** Whether `text` is a `full-date` of RFC 3339, 5.6. */
export function isDate(text: string): boolean {
  return DATE.test(text)
}

/** Whether `text` is a `full-time` of RFC 3339, 5.6; a leap second only where UTC has 23:59 (5.7). */
export function isTime(text: string): boolean {
  return TIME.test(text) && isSecondOfItsMinute(text, 0)
}

/** Whether `text` is a `date-time` of RFC 3339, 5.6; a leap second only where UTC has 23:59 (5.7). */
export function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && isSecondOfItsMinute(text, 11)
}

/** Whether the `full-time` that starts at `start` and ends with `text` has less than 60 seconds, or is 23:59:60 in UTC. */
function isSecondOfItsMinute(text: string, start: number): boolean {
  if (text.charAt(start + 6) !== '6') return true
  const minutes = minutesOf(text, start) - offsetOf(text)
  return (minutes + MINUTES_OF_DAY) % MINUTES_OF_DAY === MINUTES_OF_DAY - 1
}

/** Minutes by which local time is ahead of UTC, from the end of a `full-time`. */
function offsetOf(text: string): number {
  const start = text.length - 6
  const sign = text.charAt(start)
  if (sign === '+') return minutesOf(text, start + 1)
  return sign === '-' ? -minutesOf(text, start + 1) : 0
}

/** Minutes of the `hh:mm` at `start`. */
function minutesOf(text: string, start: number): number {
  return Number(text.slice(start, start + 2)) * 60 + Number(text.slice(start + 3, start + 5))
}
