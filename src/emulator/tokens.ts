/** The keys that an emulator lets in. */
export interface Tokens {
  /** Private API keys. Default: every bearer token but the public ones. */
  readonly private?: readonly string[] | undefined
  /** Public API keys; the operations on agents refuse them. Default: none. */
  readonly public?: readonly string[] | undefined
}

/** Whether a bearer token counts as a private key. */
export function isPrivateKey(tokens: Tokens, token: string): boolean {
  return tokens.private ? tokens.private.includes(token) : !(tokens.public ?? []).includes(token)
}
