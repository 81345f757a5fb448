import { builders } from './builders/index.js'
import { client } from './client/index.js'
import type { Layer } from './layer.js'
import { server } from './server/index.js'
import { types } from './types/index.js'
import { validators } from './validators/index.js'

export { layerNames, type Layer, type LayerName } from './layer.js'

/** Every layer, in the order in which they build on one another. */
export const layers: readonly Layer[] = [types, validators, builders, client, server]
