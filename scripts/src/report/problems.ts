import { type Diagnostic, placeOf } from '../diagnostics.js'
import type { Paint } from './paint.js'
import { plural } from './plural.js'
import { printable } from './printable.js'

/** Problems of the input, one after the other, and how many they are. */
export function problemsText(diagnostics: readonly Diagnostic[], paint: Paint): string {
  const count = (severity: Diagnostic['severity']): string[] => {
    const number = diagnostics.filter((it) => it.severity === severity).length
    return number === 0 ? [] : [plural(number, severity)]
  }
  const problems = diagnostics.map((diagnostic) => `${problemText(diagnostic, paint)}\n`)
  return [...problems, [...count('error'), ...count('warning')].join(', '), ''].join('\n')
}

function problemText(diagnostic: Diagnostic, paint: Paint): string {
  const shown = safe(diagnostic)
  const { severity, message, hint } = shown
  const where = placeOf(shown)
  const color = severity === 'error' ? 'red' : 'yellow'
  return [
    ...(where === '' ? [] : [paint('bold', where)]),
    `  ${paint(color, `${severity}:`)} ${message}`,
    ...(hint === undefined ? [] : [paint('dim', `  ${hint}`)]),
  ].join('\n')
}

function safe(diagnostic: Diagnostic): Diagnostic {
  const { file, hint, message, pointer } = diagnostic
  return {
    ...diagnostic,
    pointer: printable(pointer),
    message: printable(message),
    ...(file !== undefined && { file: printable(file) }),
    ...(hint !== undefined && { hint: printable(hint) }),
  }
}
