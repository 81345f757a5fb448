import { ConfigurationError } from './errors/configuration-error.js'
import { type Redact, redactor } from './redact.js'

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

/** The kinds of keys that the API knows. */
export type KeyKind = 'private' | 'public'

/** The keys that a caller has given. */
export type Keys = { readonly [Kind in KeyKind]: ApiKey | undefined }

const OPTIONS = { private: 'apiKey', public: 'publicApiKey' } as const
const VARIABLES = { private: 'PIPECAT_CLOUD_API_KEY', public: 'PIPECAT_CLOUD_PUBLIC_API_KEY' } as const

/**
 * The key of that kind from the option, else from the environment. Where there is no environment, in a browser, it is absent.
 * @throws ConfigurationError if what is there cannot be a key.
 */
export function findKey(kind: KeyKind, option: unknown): ApiKey | undefined {
  if (option !== undefined) return new ApiKey(option, `\`${OPTIONS[kind]}\``)
  const value = globalThis.process?.env?.[VARIABLES[kind]]
  if (value === undefined || value === '') return undefined
  return new ApiKey(value, `the environment variable ${VARIABLES[kind]}`)
}

/**
 * The key of that kind, for what needs it.
 * @throws ConfigurationError that says which one is missing, and how to give it.
 */
export function keyFor(keys: Keys, kind: KeyKind, needed: string): ApiKey {
  const key = keys[kind]
  if (key === undefined) throw new ConfigurationError(`${needed} needs a ${kind} API key: ${howToGive(kind)}`)
  return key
}

/** What to do about a key that is missing. */
export function howToGive(kind: KeyKind): string {
  return `give the option \`${OPTIONS[kind]}\`, or set the environment variable ${VARIABLES[kind]}`
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
