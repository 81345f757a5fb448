import type { Operation } from '../../model/types.js'

/** What the layer calls the things of an operation. Two operations cannot want the same: no suffix ends in another. */
export interface OperationNames {
  /** Type of what the handler gets: `CreateAgentInput`. */
  readonly input: string
  /** Type of what the handler returns: `CreateAgentReply`. */
  readonly reply: string
  /** The operation in the table of routes: `createAgentRoute`. */
  readonly route: string
}

/** The names of an operation's declarations. */
export function namesOf({ id, name }: Operation): OperationNames {
  return { input: `${name}Input`, reply: `${name}Reply`, route: `${id}Route` }
}
