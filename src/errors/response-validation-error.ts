import type { Issue } from '../../generated/runtime/validation.js'
import { PipecatCloudError } from './pipecat-cloud-error.js'
import { validationMessage } from './validation-message.js'

/** The body of a successful response is not what the API describes. The service has done what it was asked. */
export class ResponseValidationError extends PipecatCloudError {
  static {
    this.prototype.name = 'ResponseValidationError'
  }

  /** The operation that was called: `createAgent`. */
  readonly operation: string
  /** Everything that is wrong with the response, in the order of the document. */
  readonly issues: readonly Issue[]

  constructor(operation: string, issues: readonly Issue[]) {
    super(validationMessage(`The response of ${operation} is not valid`, issues))
    this.operation = operation
    this.issues = issues
  }
}
