import { type Diagnostic, GeneratorError } from '../diagnostics.js'

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Separators, wildcards and controls: no file name of Windows holds them, and a backslash there starts a new segment. */
const FORBIDDEN = /[\p{Cc}\\:*?"<>|]/u

/** The longest name on the file systems in use. */
const MAX_BYTES = 255

/**
 * Makes sure that each path stays inside the output folder and means one file on every system.
 * @throws GeneratorError that names each path that does not.
 */
export function checkPaths(paths: readonly string[]): void {
  const problems = [...paths.flatMap(pathProblem), ...clashes(paths)]
  if (problems.length > 0) throw new GeneratorError(problems.map(toDiagnostic))
}

/**
 * The same text for two paths that a file system without regard to case (macOS, Windows) or to Unicode normal forms (macOS)
 * takes for one.
 */
export function fold(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

/** The folders above `path` inside the output folder, outermost first: `a` and `a/b` for `a/b/c.ts`. */
export function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1)
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'))
}

function pathProblem(path: string): string[] {
  const isSafe = path.split('/').every(isSafeSegment)
  return isSafe ? [] : [`no file of the output folder can be named ${JSON.stringify(path)}`]
}

function isSafeSegment(segment: string): boolean {
  if (segment === '' || segment.startsWith('.') || /[. ]$/.test(segment)) return false
  if (Buffer.byteLength(segment) > MAX_BYTES) return false
  return !DEVICE.test(segment) && !FORBIDDEN.test(segment)
}

function clashes(paths: readonly string[]): string[] {
  const seen = new Map<string, string>()
  return paths.flatMap((path) => {
    const other = seen.get(fold(path))
    seen.set(fold(path), path)
    return other === undefined ? [] : [`${other} and ${path} are the same file on macOS and Windows`]
  })
}

function toDiagnostic(message: string): Diagnostic {
  const hint = 'Rename the schema, tag or operation that the file is named after.'
  return { severity: 'error', pointer: '', message, hint }
}
