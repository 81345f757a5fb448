import type { PropertySchemas, UpdatePropertiesRequest } from '../../../generated/types/index.js'
import { errors } from '../error-reply.js'
import { defaultRegion, type EmulatorState } from '../state.js'
import type { Context } from './context.js'

/** `GET /properties` */
export function getProperties({ state }: Context) {
  return { status: 200, body: { properties: { ...state.properties } } } as const
}

/** `GET /properties/schema` */
export function getPropertiesSchema({ state }: Context) {
  return { status: 200, body: schemas(state) } as const
}

/** `PATCH /properties` */
export function updateProperties({ state }: Context, { defaultRegion: region }: UpdatePropertiesRequest) {
  if (region === undefined) return errors.noProperties()
  if (!state.regions.includes(region)) return errors.regionNotAvailable(region, state.regions)
  state.properties.defaultRegion = region
  return { status: 200, body: schemas(state) } as const
}

function schemas({ regions, properties }: EmulatorState): PropertySchemas {
  return {
    properties: {
      defaultRegion: {
        type: 'string',
        description: 'Region that is taken where a request names none.',
        default: defaultRegion(regions),
        currentValue: properties.defaultRegion,
        readOnly: false,
        availableValues: [...regions],
      },
    },
  }
}
