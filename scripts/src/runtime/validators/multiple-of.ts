/**
 * Whether `value` is an integral multiple of `divisor` as decimal numbers (JSON Schema Validation 6.2.1): 0.3 is one of 0.1,
 * though their quotient as floating-point numbers is 2.9999999999999996.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(divisor)) return value % divisor === 0
  const [dividend, dividendScale] = decimal(value)
  const [unit, unitScale] = decimal(divisor)
  const scale = Math.max(dividendScale, unitScale)
  // Beyond this the exact integers would be thousands of digits long; a quotient that far apart is decided by magnitude.
  if (scale - Math.min(dividendScale, unitScale) > 1000) return value === 0 || dividendScale < unitScale
  const scaled = (digits: bigint, from: number) => digits * 10n ** BigInt(scale - from)
  return scaled(dividend, dividendScale) % scaled(unit, unitScale) === 0n
}

/** A finite number as digits and scale: `digits × 10 ** -scale`, exactly as it is written in decimal. */
function decimal(value: number): [digits: bigint, scale: number] {
  const [mantissa = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), fraction.length - Number(exponent)]
}
