import { join } from 'node:path'
import ts from 'typescript'

/** As strict as a project can be that the modules are copied into; without the DOM, and without types of Node. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  skipLibCheck: true,
  types: [],
}

/** Type-checks modules by file name, all in one program, as files of `folder`. Gives the errors of each module that has some. */
export function typeErrors(modules: ReadonlyMap<string, string>, folder: string): Map<string, string[]> {
  const texts = new Map([...modules].map(([name, text]) => [join(folder, name), text]))
  const host = ts.createCompilerHost(OPTIONS)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => texts.has(path) || fileExists(path)
  host.readFile = (path) => texts.get(path) ?? readFile(path)
  host.getSourceFile = (path, languageVersion) => {
    const text = texts.get(path)
    return text === undefined
      ? getSourceFile(path, languageVersion)
      : ts.createSourceFile(path, text, languageVersion)
  }
  const program = ts.createProgram([...texts.keys()], OPTIONS, host)
  const errors = new Map<string, string[]>()
  for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = file === undefined ? '' : file.fileName.slice(folder.length + 1)
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1
    const message = `line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    errors.set(name, [...(errors.get(name) ?? []), message])
  }
  return errors
}
