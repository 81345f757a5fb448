import { builders } from './builders/index.js'
import { client } from './client/index.js'
import { codecs } from './codecs/index.js'
import type { Layer } from './layer.js'
import { server } from './server/index.js'
import { types } from './types/index.js'
import { validators } from './validators/index.js'

export { layerNames, type Layer, type LayerName } from './layer.js'

/**
 * Every layer, in the order in which they build on one another. Where values are converted, there is one for that, and what sends and
 * receives them needs it.
 */
export function layersFor(isConverting: boolean): readonly Layer[] {
  if (!isConverting) return [types, validators, builders, client, server]
  const converting = [client, server].map((it): Layer => ({ ...it, needs: [...it.needs, 'codecs'] }))
  return [types, validators, codecs, builders, ...converting]
}
