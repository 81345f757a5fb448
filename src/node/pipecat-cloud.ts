import type { Connection } from '../call/call.js'
import { PipecatCloud as Client } from '../pipecat-cloud.js'
import { DirectoryBuilds } from './directory-builds.js'

/** A client of Pipecat Cloud for Node: the same as everywhere, and it builds directories. */
export class PipecatCloud extends Client {
  declare readonly builds: DirectoryBuilds

  protected override createBuilds(connection: Connection): DirectoryBuilds {
    return new DirectoryBuilds(connection)
  }
}
