/**
 * Cancels a body that nobody will read, without waiting: half of a cloned body is only cancelled together with the other half,
 * and whether its sender could be stopped changes nothing for the response.
 */
export function abandon(body: NonNullable<Request['body']>): void {
  body.cancel().catch(() => undefined)
}
