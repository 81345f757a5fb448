/** What generated code can call things; for the model, which chooses names, and for emission, which guards them. */

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/

/** Whether `name` can stand as an identifier without escapes. Only ASCII: what looks alike must be alike. */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name)
}

/** Whether generated code cannot declare `name`: a reserved word, or a global that generated code may rely on. */
export function isReserved(name: string): boolean {
  return RESERVED_WORDS.has(name) || GLOBALS.has(name)
}

/** Words that cannot name a binding of an ES module (ECMA-262, 12.7.2), and those that TypeScript takes in declarations. */
const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function if implements import in instanceof interface let new null package private protected public return
  static super switch this throw true try typeof var void while with yield
  any bigint boolean never number object string symbol undefined unknown`.split(/\s+/),
)

/** Globals that generated and shipped code may use, so that a schema of that name must not shadow them. */
const GLOBALS: ReadonlySet<string> = new Set(
  `AbortSignal Array ArrayBuffer AsyncIterable BigInt Blob Boolean Date Error Exclude Extract File FormData Headers Infinity
  Iterable JSON Map Math NaN NonNullable Number Object Omit Partial Pick Promise Readonly ReadonlyArray ReadonlyMap
  ReadonlySet ReadableStream Record RegExp Request RequestInit Required Response ReturnType Set String Symbol TextDecoder
  TextEncoder TypeError URL URLSearchParams Uint8Array WeakMap fetch globalThis isFinite isNaN
  decodeURIComponent encodeURIComponent`.split(/\s+/),
)
