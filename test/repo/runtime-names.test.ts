import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { filesBelow } from './imports.js'

/** The names that a file declares at its top. */
function topNames(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext)
  return file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) =>
        ts.isIdentifier(name) ? name.text : '?',
      )
    }
    const { name } = statement as ts.DeclarationStatement // only declarations have one
    return name === undefined ? [] : [name.getText(file)]
  })
}

it('shipped files of the validators call nothing by the same name, so that one module can hold them all', () => {
  const files = [...filesBelow('scripts/src/runtime/validators'), 'scripts/src/runtime/validation.ts']
  const declared = files.flatMap((path) => topNames(path).map((name) => ({ name, path })))
  expect(declared.length).toBeGreaterThan(50)
  const twice = declared.filter(({ name }) => declared.filter((other) => other.name === name).length > 1)
  expect(twice.map(({ name, path }) => `${name} in ${path}`)).toEqual([])
})
