import type { Properties, PropertySchemas, UpdatePropertiesRequest } from '../../generated/types/index.js'
import type { ApiPromise } from '../call/api-promise.js'
import { call, type Connection } from '../call/call.js'
import * as endpoints from '../endpoints/properties.js'
import type { CallOptions } from '../options.js'

/** The properties of the organization, such as its default region. */
export class OrganizationProperties {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The values of all properties (`GET /properties`). */
  get(options: CallOptions = {}): ApiPromise<Properties> {
    return call(this.#connection, endpoints.GET, {}, options)
  }

  /**
   * Sets properties (`PATCH /properties`). Those that are not named keep their values.
   *
   * @returns all properties with their descriptions.
   * @throws {BadRequestError} if the organization cannot use the region.
   */
  update(values: UpdatePropertiesRequest, options: CallOptions = {}): ApiPromise<PropertySchemas> {
    return call(this.#connection, endpoints.UPDATE, { body: values }, options)
  }

  /** What properties there are, with their types, defaults, current and possible values (`GET /properties/schema`). */
  schema(options: CallOptions = {}): ApiPromise<PropertySchemas> {
    return call(this.#connection, endpoints.SCHEMA, {}, options)
  }
}
