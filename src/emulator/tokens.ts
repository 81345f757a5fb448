/** The keys that an emulator lets in. */
export interface Tokens {
  /** Private API keys. Default: every bearer token but the public ones. */
  readonly private?: readonly string[] | undefined
  /** Public API keys, which start sessions and talk to them. Default: every bearer token but the private ones. */
  readonly public?: readonly string[] | undefined
}

/** Whether a bearer token counts as a private key. */
export function isPrivateKey(tokens: Tokens, token: string): boolean {
  return isOneOf(tokens.private, tokens.public, token)
}

/** Whether a bearer token counts as a public key. */
export function isPublicKey(tokens: Tokens, token: string): boolean {
  return isOneOf(tokens.public, tokens.private, token)
}

/** Where nobody says which keys of a kind there are, every one is that is not of the other kind. */
function isOneOf(own: readonly string[] | undefined, others: readonly string[] = [], token: string): boolean {
  return own ? own.includes(token) : !others.includes(token)
}
