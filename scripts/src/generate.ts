import { collect, type Diagnostic } from './diagnostics.js'
import { HEADER, type Module, printModules, type SourceFile } from './emit/index.js'
import { format } from './format/index.js'
import { type Layer, layersFor } from './layers/index.js'
import { load } from './load/index.js'
import { buildModel } from './model/index.js'
import type { Model } from './model/types.js'
import { type CheckOptions, type GenerateOptions, isConverting, type Settings, settle } from './options.js'
import { readRuntime } from './read-runtime.js'
import { type SelectedLayer, selectLayers } from './select-layers.js'
import { type Stages, startStages, type Timings } from './stages.js'
import { apply, type FileStatus, outputFolder, type Plan, plan, refuseBlocked } from './write/index.js'

/** A file of the output folder. */
export interface GeneratedFile {
  /** From the output folder, with `/`. */
  readonly path: string
  /** `''` for a removed file. */
  readonly content: string
  readonly status: FileStatus
}

/** What `generate` did. */
export interface GenerateResult {
  /** Every generated file, and those that were removed, in the order of their paths. */
  readonly files: readonly GeneratedFile[]
  /** The output folder as a reader knows it: from the working directory, with `/`. */
  readonly out: string
  readonly layers: readonly SelectedLayer[]
  /** The files that the document was read from, absolute. */
  readonly inputs: readonly string[]
  /** Warnings of the document. */
  readonly diagnostics: readonly Diagnostic[]
  readonly timings: Timings
}

/**
 * Writes the layers of a document to the output folder. Only files whose content differs are touched, and files that an earlier
 * run made and this one does not are removed. The folder is changed after all else has succeeded, file by file: a file is at
 * any moment wholly old or wholly new.
 * @throws GeneratorError if the document, an option or the output folder is not usable; it holds every problem.
 */
export async function generate(options: GenerateOptions): Promise<GenerateResult> {
  const stages = startStages(options.onProgress)
  const prepared = await prepare(options, stages)
  refuseBlocked(prepared.plan)
  if (options.write !== false) await stages.run('write', () => apply(prepared.plan))
  return {
    files: prepared.plan.files.map(({ path, content, status }) => ({ path, content, status })),
    out: prepared.plan.folder.shown,
    layers: prepared.layers,
    inputs: prepared.inputs,
    diagnostics: prepared.diagnostics,
    timings: stages.timings(),
  }
}

/** What is known before the output folder is changed. */
export interface Prepared extends Pick<GenerateResult, 'layers' | 'inputs' | 'diagnostics'> {
  readonly plan: Plan
}

/**
 * Every stage but the last: from the document to the plan of what has to be written. Nothing on the disk is changed.
 * @throws GeneratorError if the document, an option or the output folder is not usable; it holds every problem.
 */
export async function prepare(options: CheckOptions, stages: Stages): Promise<Prepared> {
  const settings = settle(options)
  const { cwd, formatter } = settings
  const folder = await outputFolder(settings.out, cwd)
  const { printed, ...known } = await print(settings, stages)
  const files = await stages.run('format', () => format(printed, { formatter, folder: folder.root, cwd }))
  return { plan: await stages.run('compare', () => plan(files, folder, HEADER)), ...known }
}

interface PrintedDocument extends Omit<Prepared, 'plan'> {
  readonly printed: readonly SourceFile[]
}

/** From the document to the text of all files. The document and its model are no longer in memory after that. */
async function print(settings: Settings, stages: Stages): Promise<PrintedDocument> {
  const { spec, cwd, refs, layers: names } = settings
  const loaded = await stages.run('load', () => load(spec, { cwd, refs }))
  const { value: model, diagnostics } = await stages.run('model', () =>
    collect((report) => {
      loaded.diagnostics.forEach(report)
      return buildModel(
        loaded.document,
        (it) => report({ ...it, ...loaded.locate(it.pointer) }),
        loaded.copyOf,
        settings,
      )
    }),
  )
  const layers = layersFor(isConverting(settings))
  const selected = selectLayers(layers, names)
  const chosen = layers.filter(({ name }) => selected.some((it) => it.name === name))
  const printed = await stages.run('layers', () => printModules(modulesOf(chosen, model), readRuntime))
  return { printed, layers: selected, inputs: loaded.files, diagnostics }
}

/** The modules of layers, each made when it is asked for: a large document has more of them than should be in memory at once. */
function* modulesOf(chosen: readonly Layer[], model: Model): Generator<Module> {
  for (const { build } of chosen) yield* build(model)
}
