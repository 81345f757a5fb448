import {
  type Code,
  code,
  type Declaration,
  imported,
  importedType,
  join,
  literal,
  type PropertySignature,
  propertyKey,
  typeKey,
} from '../../emit/index.js'
import type { JsonObject } from '../../json.js'
import type { ServerTemplate, ServerVariable } from '../../model/types.js'

const RUNTIME = 'runtime/client/server-url.ts'

/** What gives the URL of a server, where there are several or they have variables. */
export function serverDeclarations(servers: readonly ServerTemplate[]): Declaration[] {
  if (servers.length < 2 && servers.every(({ variables }) => variables.length === 0)) return []
  return [
    {
      kind: 'interface',
      name: 'Servers',
      visibility: 'public',
      doc: { text: 'The variables of each server, by its URL.' },
      properties: servers.map(serverProperty),
    },
    {
      kind: 'function',
      name: 'serverUrl',
      visibility: 'public',
      doc: {
        text: [
          'Gives the URL of a server, for the option `baseUrl`. A variable that has no value gets its default.',
          '',
          'Throws a TypeError if a value is none that the variable can have.',
        ].join('\n'),
      },
      typeParameters: [{ name: 'Url', constraint: code`keyof Servers` }],
      parameters: [
        { name: 'url', type: code`Url` },
        { name: 'variables', type: code`Servers[Url]`, optional: true },
      ],
      returns: code`string`,
      body: code`return ${imported(RUNTIME, 'fillServerUrl')}(url, serverVariables[url], variables)`,
    },
    {
      kind: 'constant',
      name: 'serverVariables',
      visibility: 'private',
      type: code`Readonly<Record<keyof Servers, Readonly<Record<string, ${importedType(RUNTIME, 'ServerVariable')}>>>>`,
      value: code`
        {
          ${servers.map((server) => code`${propertyKey(server.url)}: ${literal(variablesValue(server))},`)}
        }
      `,
    },
  ]
}

function serverProperty({ url, description = '', variables }: ServerTemplate): PropertySignature {
  const list = variables.map(variableDoc).join('\n')
  return {
    name: url,
    type: variablesType(variables),
    readonly: true,
    doc: { text: [description.trim(), list].filter((part) => part !== '').join('\n\n') },
  }
}

function variableDoc({ name, default: value, description = '' }: ServerVariable): string {
  const text = [description.trim().replaceAll(/\s+/g, ' '), `By default \`${value}\`.`]
  return `- \`${name}\`: ${text.filter((part) => part !== '').join(' ')}`
}

function variablesType(variables: readonly ServerVariable[]): Code {
  if (variables.length === 0) return code`Readonly<Record<string, never>>`
  const members = variables.map(({ name, enum: values }) => {
    const type =
      values === undefined
        ? code`string`
        : join(
            values.map((it) => literal(it)),
            ' | ',
          )
    return code`readonly ${typeKey(name)}?: ${type} | undefined;`
  })
  return code`{ ${join(members, ' ')} }`
}

function variablesValue({ variables }: ServerTemplate): JsonObject {
  return Object.fromEntries(
    variables.map((it) => [it.name, { default: it.default, ...(it.enum && { enum: it.enum }) }]),
  )
}
