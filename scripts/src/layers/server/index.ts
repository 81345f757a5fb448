import type { Module } from '../../emit/index.js'
import type { Model } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { groupModules } from './group-module.js'
import { handlerModule } from './handler-module.js'
import { shapesOf } from './shapes.js'
import { webhookModules, webhookRequestPath } from './webhook-module.js'

/** A Fetch handler made of one handler for each operation, whose requests are checked before it runs. */
export const server: Layer = {
  name: 'server',
  needs: ['types', 'validators'],
  build,
}

function build(model: Model): readonly Module[] {
  const webhooks = model.webhooks.map((it) => ({ ...it, requestPath: webhookRequestPath(it) }))
  const operations = [...model.operations, ...webhooks]
  return [
    ...groupModules(operations, shapesOf({ ...model, operations })),
    handlerModule(model),
    ...webhookModules(model),
  ]
}
