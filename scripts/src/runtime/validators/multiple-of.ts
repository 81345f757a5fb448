/**
 * Whether `value` is an integral multiple of `divisor` (JSON Schema Validation 6.2.1), both taken as the decimal numbers that they
 * are written as: 0.3 is a multiple of 0.1, though their quotient as floating-point numbers is 2.9999999999999996.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0
  for (const power of POWERS_OF_TEN) {
    const unit = Math.round(divisor * power)
    if (unit / power !== divisor) continue
    const count = Math.round(value * power)
    if (unit > MAX_EXACT || !(Math.abs(count) <= MAX_EXACT)) break
    return count / power === value && count % unit === 0
  }
  return isExactMultipleOf(value, divisor)
}

/**
 * Decimal numbers of up to 15 digits have floating-point numbers of their own, so one that is the quotient of such a whole number
 * and a power of ten is that quotient exactly.
 */
const MAX_EXACT = 1e15

const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

/** The same for numbers of any size and precision; no infinity and `NaN` is a multiple of anything. */
function isExactMultipleOf(value: number, divisor: number): boolean {
  if (!Number.isFinite(value)) return false
  if (Math.abs(value) < divisor) return value === 0
  const [dividend, dividendScale] = decimal(value)
  const [unit, unitScale] = decimal(divisor)
  const scale = Math.max(dividendScale, unitScale)
  const scaled = (digits: bigint, from: number) => digits * 10n ** BigInt(scale - from)
  return scaled(dividend, dividendScale) % scaled(unit, unitScale) === 0n
}

/** A finite number as digits and scale: `digits × 10 ** -scale`, exactly as it is written in decimal. */
function decimal(value: number): [digits: bigint, scale: number] {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), fraction.length - Number(exponent)]
}
