import { GeneratorError, type Diagnostic } from '../../../scripts/src/diagnostics.js'
import type { JsonObject } from '../../../scripts/src/json.js'
import { load, type LoadedDocument, type LoadOptions } from '../../../scripts/src/load/index.js'
import { temporaryFolder, type Tree } from '../temporary-folder.js'

/** Writes files and loads one of them. */
export function loadFiles(
  files: Tree,
  options: Partial<LoadOptions> & { spec?: string } = {},
): Promise<LoadedDocument> {
  const { spec = 'api.yaml', ...rest } = options
  return load(spec, { cwd: temporaryFolder(files), ...rest })
}

/** Loads a document that is given as an object. */
export function loadObject(document: unknown): Promise<LoadedDocument> {
  return load(document as JsonObject, { cwd: '/' }) // tests also give what is no object
}

/** The problems of a load that must fail. */
export async function problemsOf(loading: Promise<LoadedDocument>): Promise<readonly Diagnostic[]> {
  const failure = await loading.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure instanceof GeneratorError) return failure.diagnostics
  throw failure ?? new Error('the document was loaded')
}

/** Each problem on one line: place, severity, message, hint. */
export function lines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ file, line, column, pointer, severity, message, hint }) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':')
    return `${place} #${pointer} ${severity}: ${message} | ${hint}`.trimStart()
  })
}

/** The errors of a load that must fail, each on one line. */
export async function errorsOf(loading: Promise<LoadedDocument>): Promise<string[]> {
  return lines((await problemsOf(loading)).filter(({ severity }) => severity === 'error'))
}

/** A document of OpenAPI with these members and those that it must have. */
export function openApi(version: string, members: object = {}): object {
  return { openapi: version, info: { title: 'Test', version: '1' }, paths: {}, ...members }
}

/** A document with these schemas. */
export function withSchemas(version: string, schemas: object): object {
  return openApi(version, { components: { schemas } })
}

/** The first lines of a document in YAML. */
export const HEAD = `openapi: 3.1.0
info: { title: Test, version: '1' }
`
