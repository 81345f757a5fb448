/** The integers of the OpenAPI format registry. A conversion to 32 bits that changes a number shows that it has more, or a fraction. */

/** Whether `value` is an integer of 8 bits with sign (OpenAPI format registry, int8). */
export function isInt8(value: number): boolean {
  return (value << 24) >> 24 === value
}

/** Whether `value` is an integer of 16 bits with sign (OpenAPI format registry, int16). */
export function isInt16(value: number): boolean {
  return (value << 16) >> 16 === value
}

/** Whether `value` is an integer of 32 bits with sign (OpenAPI format registry, int32). */
export function isInt32(value: number): boolean {
  return (value | 0) === value
}

/** Whether `value` is an integer of 64 bits with sign (OpenAPI format registry, int64). */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63
}

/** Whether `value` is an integer of 8 bits without sign (OpenAPI format registry, uint8). */
export function isUint8(value: number): boolean {
  return (value & 0xff) === value
}

/** Whether `value` is an integer of 16 bits without sign (OpenAPI format registry, uint16). */
export function isUint16(value: number): boolean {
  return (value & 0xffff) === value
}

/** Whether `value` is an integer of 32 bits without sign (OpenAPI format registry, uint32). */
export function isUint32(value: number): boolean {
  return value >>> 0 === value
}

/** Whether `value` is an integer of 64 bits without sign (OpenAPI format registry, uint64). */
export function isUint64(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 64
}

/** Whether `value` is an integer that a double holds without loss (OpenAPI format registry, double-int). */
export function isDoubleInt(value: number): boolean {
  return Number.isSafeInteger(value)
}

/** Whether `value` is whole seconds since 1970 (OpenAPI format registry, unixtime; POSIX.1-2024, 4.19). */
export function isUnixTime(value: number): boolean {
  return Number.isInteger(value)
}
