import type { Layer } from '../layer.js'
import { followIn } from './follow.js'
import { planBuilder } from './plan.js'
import { builderModule } from './schema-module.js'

/** A fluent, immutable, typed builder for each component schema that is an object with properties. */
export const builders: Layer = {
  name: 'builders',
  needs: ['types', 'validators'],
  build: (model) => {
    const follow = followIn(model)
    return model.schemas
      .filter(({ kind }) => kind === 'component')
      .flatMap((schema) => planBuilder(schema, follow) ?? [])
      .map(builderModule)
  },
}
