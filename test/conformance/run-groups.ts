import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
import { compileSchema, GeneratorError, type JsonValue } from '../../scripts/src/index.js'
import type { Group, Part, Suite } from './suite.js'
import { typeErrors } from './type-check.js'

/** A test that did not give what the suite wants. */
export interface Failure {
  readonly part: Part
  readonly file: string
  readonly group: string
  readonly test: string
  readonly found: string
}

/** What a compiled schema exports, as far as it is used here. */
interface Validators {
  readonly isValue: (value: unknown) => boolean
  readonly validateValue: (value: unknown) => { readonly issues?: readonly { readonly schemaPath: string }[] }
}

/** Compiles each schema of the suite, type-checks and imports the modules, and tries all values. Gives the tests that fail. */
export async function runGroups({ groups, remotes }: Suite, cache: string): Promise<Failure[]> {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'conformance-'))
  try {
    const compiled = groups.map((group, index) => ({
      group,
      name: `group-${index}.ts`,
      text: compile(group, remotes),
    }))
    const texts = compiled.flatMap(({ name, text }) =>
      typeof text === 'string' ? [[name, text] as const] : [],
    )
    const errors = typeErrors(new Map(texts), folder)
    const failures = compiled.map(async ({ group, name, text }) => {
      if (typeof text !== 'string') return failAll(group, `not compiled: ${text.message}`)
      const wrong = errors.get(name)
      if (wrong !== undefined) return failAll(group, `not type-checked: ${wrong.join('; ')}`)
      return runGroup(group, await importModule(text, join(folder, name.replace(/\.ts$/, '.mjs'))))
    })
    return (await Promise.all(failures)).flat()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compile({ part, schema }: Group, remotes: Suite['remotes']): string | Error {
  try {
    return compileSchema(schema, { remotes, ...(part === 'format' && { formats: 'assert' }) })
  } catch (error) {
    if (error instanceof Error) return error instanceof GeneratorError ? error : new Error(error.stack)
    throw error
  }
}

async function importModule(text: string, path: string): Promise<Validators> {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
  writeFileSync(path, ts.transpile(text, options))
  return import(pathToFileURL(path).href)
}

function runGroup(group: Group, validators: Validators): Failure[] {
  return group.tests.flatMap((test) => {
    const found = outcome(validators, test.data)
    const wanted = test.valid ? 'valid' : 'invalid'
    return found === wanted ? [] : [failure(group, test.description, `${found}, but must be ${wanted}`)]
  })
}

/** What both paths say of a value: `valid`, `invalid`, or how they contradict each other. */
function outcome({ isValue, validateValue }: Validators, value: JsonValue): string {
  try {
    const isValid = isValue(value)
    const { issues } = validateValue(value)
    if (isValid && issues === undefined) return 'valid'
    if (isValid || issues === undefined)
      return `is${isValid ? '' : ' not'} valid, yet issues are ${JSON.stringify(issues)}`
    if (issues.length === 0) return 'invalid without an issue'
    return issues.every(({ schemaPath }) => schemaPath.includes('#')) ? 'invalid' : 'invalid at no place'
  } catch (error) {
    return error instanceof Error ? `threw ${error.stack}` : 'threw'
  }
}

function failAll(group: Group, found: string): Failure[] {
  return group.tests.map(({ description }) => failure(group, description, found))
}

function failure({ part, file, description }: Group, test: string, found: string): Failure {
  return { part, file, group: description, test, found }
}
