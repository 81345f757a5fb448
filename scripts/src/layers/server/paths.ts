/** Module that holds `createHandler` and what concerns all operations. */
export const HANDLER_PATH = 'server/handler.ts'

/** Path of the module that holds the operations of one group. No group's own name ends in `_`, but for names of devices. */
export function groupPath(group: string): string {
  return group === 'handler' ? 'server/handler_.ts' : `server/${group}.ts`
}

/** Path of the module that holds `createWebhookHandler`. */
export function webhookPath(operations: readonly { readonly group: string }[]): string {
  const isTaken = operations.some(({ group }) => group === 'webhook-handler')
  return isTaken ? 'server/webhook-handler_.ts' : 'server/webhook-handler.ts'
}

/** Path of a shipped module of this layer. */
export function runtimePath(file: string): string {
  return `runtime/server/${file}.ts`
}
