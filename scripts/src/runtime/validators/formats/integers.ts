const MAX_INT32 = 2 ** 31
const MAX_INT64 = 2 ** 63

/** Whether `value` is an integer that 32 bits can hold (OpenAPI Format Registry, int32). */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -MAX_INT32 && value < MAX_INT32
}

/** Whether `value` is an integer that 64 bits can hold (OpenAPI Format Registry, int64). */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -MAX_INT64 && value < MAX_INT64
}
