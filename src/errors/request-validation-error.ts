import type { Issue } from '../../generated/runtime/validation.js'
import { PipecatCloudError } from './pipecat-cloud-error.js'
import { validationMessage } from './validation-message.js'

/** A request is not what the API describes. It has not been sent, unless `validate.requests` is `warn`. */
export class RequestValidationError extends PipecatCloudError {
  static {
    this.prototype.name = 'RequestValidationError'
  }

  /** The operation that was called: `createAgent`. */
  readonly operation: string
  /** Everything that is wrong with the request, in the order of the document. */
  readonly issues: readonly Issue[]

  constructor(operation: string, issues: readonly Issue[]) {
    super(validationMessage(`The request of ${operation} is not valid`, issues))
    this.operation = operation
    this.issues = issues
  }
}
