const DECIMAL = /^-?\d+(?:\.\d+)?$/

/** Whether `text` is a decimal number in fixed-point notation (OpenAPI format registry, decimal). */
export function isDecimalText(text: string): boolean {
  return DECIMAL.test(text)
}
