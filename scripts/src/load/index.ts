import { GeneratorError, type Diagnostic } from '../diagnostics.js'
import type { JsonObject } from '../json.js'
import { Bundler } from './bundle.js'
import { check } from './check.js'
import type { Findings } from './findings.js'
import { lower } from './lower/index.js'
import { findIdentifiers, lowerIdentifiers } from './lower-identifiers.js'
import { objectTypes } from './object-types.js'
import type { Place } from './place.js'
import { diagnostic, failureDiagnostics, isFailure, sortDiagnostics, type Failure } from './problem.js'
import { pointerOf } from './reference.js'
import { Resolver } from './resolver.js'
import { Sources } from './sources.js'
import { detectVersion } from './version.js'

export type { Place } from './place.js'

/** A document that is ready for the model. */
export interface LoadedDocument {
  /**
   * One OpenAPI 3.1 document that stands alone. Each `$ref` in it is `#` and the JSON Pointer of a value in it, `%` written as `%25`;
   * so is each value of a `discriminator.mapping`. Path items are written out where they are referred to. Each operation has an
   * `operationId`. Its members are own properties, whatever their names.
   */
  readonly document: JsonObject
  /** The place in the input of the value at a JSON Pointer of `document`, or of the nearest value around it that came from there. */
  readonly locate: (pointer: string) => Place
  /**
   * Where a schema stands that the value at a JSON Pointer of `document` is a copy of, for another dynamic scope, as a URI reference;
   * undefined for what is no copy.
   */
  readonly copyOf: (pointer: string) => string | undefined
  /** Warnings, by file, line and column. */
  readonly diagnostics: readonly Diagnostic[]
  /** Real paths of all files that were read. */
  readonly files: readonly string[]
}

/** Where a document is looked for. */
export interface LoadOptions {
  /** What relative paths start from, and what places name files relative to. */
  readonly cwd: string
  /** Further folders whose files the document may refer to; its own folder always counts. */
  readonly refs?: readonly string[]
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document, a path of a YAML or JSON file or a parsed document, which is not changed; puts everything
 * that it refers to into it; checks it; and lowers OpenAPI 3.0 to what it means in 3.1. Only files in the document's own folder and
 * in those of `refs` are read, and nothing is fetched.
 *
 * @throws {GeneratorError} with every problem, if one of them is an error.
 */
export async function load(spec: string | JsonObject, options: LoadOptions): Promise<LoadedDocument> {
  const sources = new Sources(options.cwd, options.refs ?? [])
  const root = sources.root(spec)
  if (isFailure(root)) throw fail(root, { pointer: '' })
  const detected = detectVersion(root.value)
  if (isFailure(detected)) throw fail(detected, root.place(['openapi']))
  const { version } = detected
  const diagnostics: Diagnostic[] = []
  const report = (each: Diagnostic): unknown => diagnostics.push(each)
  const types = objectTypes(version)
  const resolver = new Resolver(sources, version)
  const identifiers = version === '3.1' ? findIdentifiers(detected.document, types) : new Set<string>()
  const input = { root, document: detected.document, resolver, types, version, report, identifiers }
  const { document, origins } = new Bundler(input).run()
  const findings: Findings = {
    error: (tokens, finding) => report(diagnostic('error', origins.place(pointerOf(tokens)), finding)),
    warning: (tokens, finding) => report(diagnostic('warning', origins.place(pointerOf(tokens)), finding)),
  }
  check(document, types, version, findings)
  failIfBad(diagnostics)
  lower(document, types, version)
  const { document: unidentified, copies } = lowerIdentifiers(document, types, { root, origins, findings })
  return {
    document: unidentified,
    copyOf: (pointer) => copies.reference(pointer),
    locate: (pointer) => origins.place(pointer),
    diagnostics: failIfBad(diagnostics),
    files: sources.files,
  }
}

function fail(cause: Failure, place: Place): GeneratorError {
  return new GeneratorError(sortDiagnostics(failureDiagnostics(cause, place)))
}

/** The problems, sorted, if none of them is an error. */
function failIfBad(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = sortDiagnostics(diagnostics)
  if (sorted.some(({ severity }) => severity === 'error')) throw new GeneratorError(sorted)
  return sorted
}
