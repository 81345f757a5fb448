import { ConfigurationError } from './errors/configuration-error.js'
import { type Redact, redactor } from './redact.js'

const VARIABLE = 'PIPECAT_CLOUD_API_KEY'
const SHOWN = '[API key]'

/** Holds the key and never shows it: not as text, not in JSON, not to `util.inspect`. */
export class ApiKey {
  readonly #value: string
  /** Takes the key out of text. */
  readonly redact: Redact

  /** @throws ConfigurationError if it cannot be a key. The message does not show it. */
  constructor(value: unknown, source = '`apiKey`') {
    this.#value = checked(value, source)
    this.redact = redactor(this.#value)
  }

  /** The `Authorization` header. */
  authorization(): string {
    return `Bearer ${this.#value}`
  }

  toString(): string {
    return SHOWN
  }

  toJSON(): string {
    return SHOWN
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN
  }
}

/**
 * The key of the environment variable PIPECAT_CLOUD_API_KEY. Where there is no environment, in a browser, there is none.
 * @throws ConfigurationError if the variable is not set.
 */
export function keyFromEnvironment(): ApiKey {
  const value = globalThis.process?.env?.[VARIABLE]
  if (value === undefined || value === '') {
    throw new ConfigurationError(
      `There is no API key: give the option \`apiKey\`, or set the environment variable ${VARIABLE}`,
    )
  }
  return new ApiKey(value, `the environment variable ${VARIABLE}`)
}

function checked(value: unknown, source: string): string {
  if (typeof value !== 'string') {
    throw new ConfigurationError(`The API key of ${source} must be a string, but is of type ${typeof value}`)
  }
  if (value === '') throw new ConfigurationError(`The API key of ${source} is empty`)
  const bad = /[^\x21-\x7E]/.exec(value)
  if (bad !== null) {
    const kind =
      bad[0] === '\n' || bad[0] === '\r' ? 'a line break' : bad[0] === ' ' ? 'a blank' : 'a character'
    throw new ConfigurationError(
      `The API key of ${source} has ${kind} at position ${bad.index + 1} of ${value.length}, ` +
        'which a header cannot carry: keys are made of ASCII letters, digits and signs',
    )
  }
  return value
}
