/** The code of a module with the schema of a request to create an agent, as a person writes it with Valibot. */
export function valibotModule(withIssues: boolean): string {
  return `
    import { boolean, check, integer, is, maxLength, maxValue, minValue, null_, number, optional, picklist, pipe, regex,
      safeParse, strictObject, string, union, uuid } from 'valibot'
    const count = (least) => pipe(number(), integer(), minValue(least))
    const closed = (entries) => pipe(strictObject(entries), check((value) => !Array.isArray(value)))
    const schema = pipe(
      strictObject({
        serviceName: pipe(string(), maxLength(54), regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])$/)),
        image: optional(string()),
        buildId: optional(pipe(string(), uuid())),
        region: optional(string()),
        nodeType: optional(string()),
        imagePullSecretSet: optional(string()),
        secretSet: optional(string()),
        autoScaling: optional(closed({ minAgents: optional(count(0)), maxAgents: optional(count(1)) })),
        enableKrisp: optional(boolean()),
        krispViva: optional(closed({ audioFilter: optional(union([picklist(['tel', 'pro']), null_()])) })),
        agentProfile: optional(picklist(['agent-1x', 'agent-2x', 'agent-3x'])),
        enableManagedKeys: optional(boolean()),
        maxSessionDuration: optional(pipe(number(), integer(), minValue(60), maxValue(14400))),
        websocketAuth: optional(picklist(['none', 'token'])),
      }),
      check(({ image, buildId }) => (image === undefined) !== (buildId === undefined)),
    )
    export default (value) => ${withIssues ? 'safeParse' : 'is'}(schema, value)`
}
