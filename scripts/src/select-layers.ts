import type { Layer, LayerName } from './layers/layer.js'

/** A layer that is generated, and why. */
export interface SelectedLayer {
  readonly name: LayerName
  /** The selected layers that need it; empty for a layer that was asked for. */
  readonly neededBy: readonly LayerName[]
}

/** The layers that were asked for and those that they need, in the order in which they build on one another. */
export function selectLayers(
  layers: readonly Layer[],
  names: readonly LayerName[],
): readonly SelectedLayer[] {
  const asked = new Set(names)
  const selected = withNeeds(layers, asked)
  return layers
    .filter(({ name }) => selected.has(name))
    .map(({ name }) => ({ name, neededBy: asked.has(name) ? [] : neededBy(name, layers, selected) }))
}

function withNeeds(layers: readonly Layer[], names: ReadonlySet<LayerName>): ReadonlySet<LayerName> {
  const needs = layers.filter(({ name }) => names.has(name)).flatMap((layer) => layer.needs)
  const more = new Set([...names, ...needs])
  return more.size === names.size ? names : withNeeds(layers, more)
}

function neededBy(name: LayerName, layers: readonly Layer[], selected: ReadonlySet<LayerName>): LayerName[] {
  return layers
    .filter((layer) => selected.has(layer.name) && layer.needs.includes(name))
    .map((layer) => layer.name)
}
