import type { Layer } from '../layer.js'
import { groupModules } from './group-module.js'
import { handlerModule } from './handler-module.js'
import { shapesOf } from './shapes.js'

/** A Fetch handler made of one handler for each operation, whose requests are checked before it runs. */
export const server: Layer = {
  name: 'server',
  needs: ['types', 'validators'],
  build: (model) => [...groupModules(model.operations, shapesOf(model)), handlerModule(model)],
}
