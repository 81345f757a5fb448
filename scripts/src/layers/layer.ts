import type { Module } from '../emit/index.js'
import type { Model } from '../model/types.js'

/** The layers, in the order in which they build on one another. */
export const layerNames = ['types', 'validators', 'codecs', 'builders', 'client', 'server'] as const

/** Name of a layer: of the folder in the output, and for `--layers`. */
export type LayerName = (typeof layerNames)[number]

/** A layer: what it is made of and how it prints a model. */
export interface Layer {
  readonly name: LayerName
  /** The layers whose modules it imports. */
  readonly needs: readonly LayerName[]
  /** One module after another, so that no more of them than one has to be in memory. */
  readonly build: (model: Model) => Iterable<Module>
}
