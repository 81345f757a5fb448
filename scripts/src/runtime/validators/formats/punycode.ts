/** Punycode (RFC 3492), for labels, which are short. */
const BASE = 36
const SMALLEST_THRESHOLD = 1
const LARGEST_THRESHOLD = 26
const SKEW = 38
const DAMP = 700
const FIRST_BIAS = 72
const FIRST_CODE_POINT = 0x80
const LAST_CODE_POINT = 0x10ffff
const DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** The code points that `text`, in lower case, stands for (6.2), or undefined if it is no Punycode. */
export function decodePunycode(text: string): number[] | undefined {
  const delimiter = text.lastIndexOf('-')
  const decoded = codePointsOf(text.slice(0, Math.max(delimiter, 0)))
  let codePoint = FIRST_CODE_POINT
  let bias = FIRST_BIAS
  let position = 0
  for (let index = delimiter + 1; index < text.length;) {
    const before = position
    for (let place = BASE, weight = 1; ; place += BASE) {
      const digit = DIGITS.indexOf(text.charAt(index))
      if (digit === -1 || index === text.length) return undefined
      index += 1
      position += digit * weight
      const threshold = thresholdAt(place, bias)
      if (digit < threshold) break
      weight *= BASE - threshold
    }
    const length = decoded.length + 1
    bias = adapt(position - before, length, before === 0)
    codePoint += Math.floor(position / length)
    if (codePoint > LAST_CODE_POINT) return undefined
    position %= length
    decoded.splice(position, 0, codePoint)
    position += 1
  }
  return decoded
}

/** The Punycode of code points (6.3). */
export function encodePunycode(codePoints: readonly number[]): string {
  const basic = codePoints.filter((it) => it < FIRST_CODE_POINT)
  let encoded = String.fromCodePoint(...basic) + (basic.length > 0 ? '-' : '')
  let bias = FIRST_BIAS
  let delta = 0
  let handled = basic.length
  for (let codePoint = FIRST_CODE_POINT; handled < codePoints.length; codePoint += 1, delta += 1) {
    const next = Math.min(...codePoints.filter((it) => it >= codePoint))
    delta += (next - codePoint) * (handled + 1)
    codePoint = next
    for (const it of codePoints) {
      if (it < codePoint) delta += 1
      if (it !== codePoint) continue
      encoded += encodeInteger(delta, bias)
      bias = adapt(delta, handled + 1, handled === basic.length)
      delta = 0
      handled += 1
    }
  }
  return encoded
}

/** A generalized variable-length integer (3.3). */
function encodeInteger(integer: number, bias: number): string {
  let encoded = ''
  let rest = integer
  for (let place = BASE; ; place += BASE) {
    const threshold = thresholdAt(place, bias)
    if (rest < threshold) return encoded + DIGITS.charAt(rest)
    encoded += DIGITS.charAt(threshold + ((rest - threshold) % (BASE - threshold)))
    rest = Math.floor((rest - threshold) / (BASE - threshold))
  }
}

function thresholdAt(place: number, bias: number): number {
  return Math.min(Math.max(place - bias, SMALLEST_THRESHOLD), LARGEST_THRESHOLD)
}

/** The bias after a delta (6.1). */
function adapt(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2))
  rest += Math.floor(rest / length)
  let place = 0
  for (; rest > ((BASE - SMALLEST_THRESHOLD) * LARGEST_THRESHOLD) / 2; place += BASE) {
    rest = Math.floor(rest / (BASE - SMALLEST_THRESHOLD))
  }
  return place + Math.floor((BASE * rest) / (rest + SKEW))
}

/** The code points of `text`; surrogates without a partner count as such. */
export function codePointsOf(text: string): number[] {
  // Characters, which a string is iterated by, are never empty.
  return Array.from(text, (character) => character.codePointAt(0) as number)
}
