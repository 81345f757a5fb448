const DECIMAL128 = /^-?(\d+)(?:\.(\d+))?(?:[Ee]([+-]?\d+))?$/
const NOT_A_NUMBER = /^(?:NaN|-?INF)$/
const SIGNIFICANT_DIGITS = 34
const LARGEST_EXPONENT = 6144
const SMALLEST_EXPONENT = -6176

/** Whether `text` is a number that decimal128 of IEEE 754 holds without rounding, `NaN`, `INF` or `-INF` (OpenAPI format registry). */
export function isDecimal128Text(text: string): boolean {
  const match = DECIMAL128.exec(text)
  if (match === null) return NOT_A_NUMBER.test(text)
  const [, whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  const first = digits.search(/[1-9]/)
  if (first === -1) return true
  const last = lastNonZero(digits)
  const exponentOfFirst = Number(exponent) + whole.length - 1 - first
  const exponentOfLast = Number(exponent) + whole.length - 1 - last
  return (
    last - first < SIGNIFICANT_DIGITS &&
    exponentOfFirst <= LARGEST_EXPONENT &&
    exponentOfLast >= SMALLEST_EXPONENT
  )
}

function lastNonZero(digits: string): number {
  let index = digits.length - 1
  while (digits.charAt(index) === '0') index -= 1
  return index
}
