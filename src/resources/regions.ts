import type { Region, RegionList } from '../../generated/types/index.js'
import { type Connection, perform } from '../call/call.js'
import { type Listing, whole } from '../call/listing.js'
import * as endpoints from '../endpoints/regions.js'
import type { CallOptions } from '../options.js'

/** The regions that agents can run in. */
export class Regions {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /**
   * The regions that the organization can use (`GET /regions`).
   *
   * @example
   * for await (const { code, display_name } of pipecat.regions.list()) console.log(code, display_name)
   */
  list(options: CallOptions = {}): Listing<Region, RegionList> {
    return whole(
      () => perform(this.#connection, endpoints.LIST, {}, options),
      ({ regions }) => regions,
    )
  }
}
