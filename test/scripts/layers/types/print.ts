import { collect } from '../../../../scripts/src/diagnostics.js'
import { printModules, type SourceFile } from '../../../../scripts/src/emit/index.js'
import type { JsonObject } from '../../../../scripts/src/json.js'
import { types } from '../../../../scripts/src/layers/types/index.js'
import { buildModel, type ModelOptions } from '../../../../scripts/src/model/index.js'

/** The files of the layer for a document without errors. */
export function printTypes(document: JsonObject, options?: ModelOptions): readonly SourceFile[] {
  const { value: model } = collect((report) => buildModel(document, report, undefined, options))
  return printModules(types.build(model), (path) => {
    throw new Error(`The types need no ${path}`)
  })
}

/** The text of one of the files. */
export function fileText(files: readonly SourceFile[], path: string): string {
  const file = files.find((it) => it.path === path)
  if (file === undefined) throw new Error(`There is no ${path}`)
  return file.content
}
