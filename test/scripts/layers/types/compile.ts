import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The flags that generated code must pass. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  noEmit: true,
  types: [],
}

const LIBRARY = dirname(fileURLToPath(import.meta.resolve('typescript')))
const libraries = new Map<string, ts.SourceFile>()

/** What TypeScript finds wrong in files that are in memory alone, each as `path:line message`. */
export function typeErrors(files: readonly { readonly path: string; readonly content: string }[]): string[] {
  const texts = new Map(files.map(({ path, content }) => [`/${path}`, content]))
  texts.set('/package.json', '{ "type": "module" }')
  const host: ts.CompilerHost = {
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getSourceFile: (path, options) => sourceFile(path, texts.get(path), options),
    getDefaultLibFileName: () => 'lib.d.ts',
    getDefaultLibLocation: () => LIBRARY,
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
  }
  const program = ts.createProgram(
    files.map(({ path }) => `/${path}`),
    OPTIONS,
    host,
  )
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const place =
      file === undefined ? '' : `${file.fileName}:${file.getLineAndCharacterOfPosition(start!).line + 1} `
    return `${place}${ts.flattenDiagnosticMessageText(messageText, '\n')}`
  })
}

function sourceFile(
  path: string,
  text: string | undefined,
  options: ts.ScriptTarget | ts.CreateSourceFileOptions,
): ts.SourceFile | undefined {
  if (text !== undefined) return ts.createSourceFile(path, text, options)
  if (!path.startsWith(LIBRARY)) return undefined
  const known = libraries.get(path)
  if (known !== undefined) return known
  const content = ts.sys.readFile(path)
  if (content === undefined) return undefined
  const file = ts.createSourceFile(path, content, options)
  libraries.set(path, file)
  return file
}
