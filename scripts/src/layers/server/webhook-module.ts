import { code, type Declaration, imported, importedType, literal, type Module } from '../../emit/index.js'
import type { Model, Webhook } from '../../model/types.js'
import { handlerProperties } from './handler-module.js'
import { namesOf } from './names.js'
import { groupPath, runtimePath, webhookPath } from './paths.js'

/** The module of all webhooks and callbacks together; none where there are none. */
export function webhookModules({ title, webhooks, operations }: Model): Module[] {
  if (webhooks.length === 0) return []
  return [
    {
      path: webhookPath([...operations, ...webhooks]),
      declarations: [
        {
          kind: 'interface',
          name: 'Webhooks',
          visibility: 'public',
          doc: {
            text: 'A handler for each request that the API sends: for webhooks, and for callbacks of operations.',
          },
          properties: handlerProperties(webhooks.map(described)),
        },
        options(),
        routes(webhooks),
        createHandler(webhooks[0]!),
        api(title),
      ],
    },
  ]
}

/** The webhook with what it is a callback of in its description. */
function described(webhook: Webhook): Webhook {
  const { callbackOf, description = '' } = webhook
  if (callbackOf === undefined) return webhook
  return { ...webhook, description: `Callback of \`${callbackOf}\`.\n\n${description}`.trim() }
}

function options(): Declaration {
  const base = importedType(runtimePath('webhooks'), 'WebhookOptions')
  return {
    kind: 'type',
    name: 'WebhookHandlerOptions',
    visibility: 'public',
    doc: { text: 'How the requests of webhooks are told apart and answered.' },
    type: code`${base}<keyof Webhooks>`,
  }
}

function routes(webhooks: readonly Webhook[]): Declaration {
  const route = code`${importedType(runtimePath('route'), 'Route')}<keyof Webhooks>`
  const values = webhooks.map(
    (webhook) => code`${imported(groupPath(webhook.group), namesOf(webhook).route)},`,
  )
  return {
    kind: 'constant',
    name: 'webhookRoutes',
    visibility: 'public',
    doc: {
      text: 'The webhooks, then the callbacks, in document order: how to find, read and check their requests.',
    },
    type: code`readonly ${route}[]`,
    value: code`
      Array.of<${route}>(
        ${values}
      )
    `,
  }
}

function createHandler(example: Webhook): Declaration {
  return {
    kind: 'function',
    name: 'createWebhookHandler',
    visibility: 'public',
    doc: {
      text: [
        'Makes a Fetch handler for the requests that the API sends: it checks a request, calls the handler of its webhook, and sends',
        'what that returns. Requests of webhooks that have no handler are refused with status 404.',
        '',
        `The path of a request ends in the name of its webhook (${JSON.stringify(webhookRequestPath(example))}), of a callback in that of its`,
        'handler, unless the option `identify` says otherwise. That a request really comes from the API is not checked: do so before.',
        '',
        'Throws a TypeError if a handler is no function or an option has a value that it cannot have.',
      ].join('\n'),
    },
    parameters: [
      { name: 'handlers', type: code`Partial<Webhooks>` },
      { name: 'options', type: code`WebhookHandlerOptions`, default: code`{}` },
    ],
    returns: code`(request: Request) => Promise<Response>`,
    body: code`return ${imported(runtimePath('webhooks'), 'createWebhookFetchHandler')}(webhookApi, handlers, options)`,
  }
}

function api(title: string): Declaration {
  return {
    kind: 'constant',
    name: 'webhookApi',
    visibility: 'private',
    type: code`${importedType(runtimePath('handler'), 'Api')}<keyof Webhooks, never>`,
    value: code`{ title: ${literal(title)}, basePath: '', routes: webhookRoutes, securitySchemes: {} }`,
  }
}

/** The path of a webhook's requests: its name, where that can be one segment of a path; else, as that of a callback, its id. */
export function webhookRequestPath({ path, id }: Webhook): string {
  return /^[\w.~-]+$/.test(path) && !/^\.+$/.test(path) ? `/${path}` : `/${id}`
}
