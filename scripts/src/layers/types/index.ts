import type { Model } from '../../model/types.js'
import type { Layer } from '../layer.js'
import { openapiModule } from './openapi.js'
import { operationsModule } from './operations.js'
import { prepareDocument } from './prepared-document.js'
import { schemasModule } from './schemas.js'

/** TypeScript types: what openapi-typescript prints, and a name for each schema and for what each operation takes and returns. */
export const types: Layer = { name: 'types', needs: [], build }

function build(model: Model) {
  const prepared = prepareDocument(model)
  return [openapiModule(prepared, model), schemasModule(model, prepared.keys), operationsModule(model)]
}
