/** Whether the errors of an operation have codes that are numbers: those of sessions, unlike all others. */
export function hasNumericCodes(operation: string | undefined): boolean {
  return operation !== undefined && /session/i.test(operation)
}
