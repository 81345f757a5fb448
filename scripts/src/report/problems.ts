import { type Diagnostic, formatDiagnostic } from '../diagnostics.js'
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
  const [place = '', finding = '', ...hint] = formatDiagnostic(safe(diagnostic)).split('\n')
  const color = diagnostic.severity === 'error' ? 'red' : 'yellow'
  // The pointer to a whole file says nothing that the name of the file does not.
  const where = place.replace(/(?:^| {2})#$/, '')
  return [
    ...(where === '' ? [] : [paint('bold', where)]),
    finding.replace(/^ {2}\w+:/, (severity) => paint(color, severity)),
    ...hint.map((line) => paint('dim', line)),
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
