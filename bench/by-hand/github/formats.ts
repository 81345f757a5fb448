/** Formats, written by hand: RFC 3986 for `uri`, RFC 3339 for `date-time`. */

const HEX = '[\\da-f]'
const ENCODED = `%${HEX}{2}`
const NAME = "\\w\\-.~!$&'()*+,;="

/** Characters of a set and percent-encoded octets, read without a choice, so that nothing is tried twice. */
function textOf(characters: string): string {
  return `[${characters}]*(?:${ENCODED}[${characters}]*)*`
}

const IPV4 = Array.from({ length: 4 }, () => '(?:\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])').join('\\.')
const GROUP = `${HEX}{1,4}`
const LAST = `(?:${GROUP}:${GROUP}|${IPV4})`
const IPV6 = [
  `(?:${GROUP}:){6}${LAST}`,
  `::(?:${GROUP}:){5}${LAST}`,
  ...[0, 1, 2, 3, 4].map(
    (before) => `(?:(?:${GROUP}:){0,${before}}${GROUP})?::(?:${GROUP}:){${4 - before}}${LAST}`,
  ),
  `(?:(?:${GROUP}:){0,5}${GROUP})?::${GROUP}`,
  `(?:(?:${GROUP}:){0,6}${GROUP})?::`,
].join('|')
const LITERAL = `\\[(?:${IPV6}|v${HEX}+\\.[${NAME}:]+)\\]`
const AUTHORITY = `(?:${textOf(`${NAME}:`)}@)?(?:${LITERAL}|${textOf(NAME)})(?::\\d*)?`
const PATH = textOf(`${NAME}:@/`)
const REST = textOf(`${NAME}:@/?`)
const URI = new RegExp(
  `^[a-z][a-z\\d+.-]*:(?://${AUTHORITY}(?:/${PATH})?|(?!//)${PATH})(?:\\?${REST})?(?:#${REST})?$`,
  'i',
)

/** Whether a value is a URI with a scheme. */
export function isUri(value: unknown): boolean {
  return typeof value === 'string' && URI.test(value)
}

const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])t(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i

/** Whether a value is a date and time with its offset. */
export function isDateTime(value: unknown): boolean {
  if (typeof value !== 'string' || !DATE_TIME.test(value)) return false
  const day = Number(value.slice(8, 10))
  if (day > 28 && day > daysOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)))) return false
  return value.charCodeAt(17) !== 0x36 || isLeapSecond(value)
}

function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Second 60 is allowed at the end of the day in UTC alone. */
function isLeapSecond(value: string): boolean {
  const minute = new Date(`${value.slice(0, 16)}:00${value.slice(19).replace(/^\.\d+/, '')}`.toUpperCase())
  return minute.getUTCHours() === 23 && minute.getUTCMinutes() === 59
}

/** Whether a value is an integer of 64 bits with sign. */
export function isInt64(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= -(2 ** 63) && (value as number) < 2 ** 63
}
