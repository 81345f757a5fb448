/** The intermediate representation that every layer prints from. What has to be decided is decided before a layer sees it. */
import type { JsonObject } from '../json.js'
import type { ValueName } from '../value-schema.js'
import type { RequestBody, Response } from './body-types.js'
import type { Codec } from './codec-types.js'
import type { Parameter } from './parameter-types.js'
import type { Enum, Schema } from './schema-types.js'

export type { SupportedFormat } from './formats.js'
export type * from './body-types.js'
export type * from './codec-types.js'
export type * from './parameter-types.js'
export type * from './schema-types.js'

/** What a document says, decided: the input of every layer. */
export interface Model {
  /** `info.title` and `info.version` of the document. */
  readonly title: string
  readonly version: string
  readonly description?: string
  /** `servers[].url`, its variables replaced by their defaults. */
  readonly servers: readonly string[]
  /** The same as they are written, each URL once. */
  readonly serverTemplates: readonly ServerTemplate[]
  /** Every schema that gets a name of its own: components first, in document order, then reference targets elsewhere. */
  readonly schemas: readonly NamedSchema[]
  /** Every operation, in document order. */
  readonly operations: readonly Operation[]
  /** Every operation that the API asks of others, webhooks first; no `id` or name is also one of `operations`. */
  readonly webhooks: readonly Webhook[]
  /** The types that values of its schemas have and JSON does not, but for bytes; absent where none is to be converted. */
  readonly values?: readonly ValueName[]
  /** The package that `Temporal` is imported from; absent where it is the global one. */
  readonly temporal?: string
  /** Security schemes by component key, in document order. */
  readonly securitySchemes: readonly SecurityScheme[]
  /** The lowered, bundled document itself: for openapi-typescript, which prints from it. No other layer reads it. */
  readonly document: JsonObject
}

/** A server (OpenAPI 3.1, 4.8.5). */
export interface ServerTemplate {
  /** As written, its variables in braces. */
  readonly url: string
  readonly description?: string
  /** Those that the URL has, each once, in its order. */
  readonly variables: readonly ServerVariable[]
}

/** A variable in the URL of a server (OpenAPI 3.1, 4.8.6). */
export interface ServerVariable {
  readonly name: string
  readonly default: string
  /** The only values that it can have. */
  readonly enum?: readonly string[]
  readonly description?: string
}

/** A schema that generated code refers to by name. */
export interface NamedSchema {
  /** PascalCase, unique among all names of the model: `CreateAgentRequest`. */
  readonly name: string
  /** The name in camelCase, as one that a function can have: `createAgentRequest`, `delete_`. Unique among all of the model. */
  readonly variable: string
  /** Stem of the schema's module in each layer, kebab-case and unique: `create-agent-request`; an operation's are in its group's. */
  readonly file: string
  /**
   * `component`: under `components.schemas`, public. `target`: the target of a `$ref` elsewhere, internal. `operation`: of one
   * operation (its parameters, or a body that is no plain `$ref`), public.
   */
  readonly kind: 'component' | 'target' | 'operation'
  /** Key under `components.schemas` of a `component`. */
  readonly key?: string
  readonly pointer: string
  readonly schema: Schema
  /** Where in its JSON what is that stands for values which JSON does not have; absent where nothing is. */
  readonly codec?: Codec
  /** Whether there are integers among these that JSON numbers can hold and those of JavaScript cannot. */
  readonly hasInt64?: boolean
  /** Of a `component` that lists strings and numbers, where such enums are to be objects. */
  readonly enum?: Enum
}

/** The methods that a path item may hold (OpenAPI 3.1, 4.8.9). */
export type Method = 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace'

/** One operation of the API. */
export interface Operation {
  /** camelCase, unique: the name of the client's function and of the server's handler, `createAgent`. */
  readonly id: string
  /** PascalCase of `id`: the stem of its types, `CreateAgent`. */
  readonly name: string
  readonly method: Method
  /** The path template as written, `/agents/{agentName}`. */
  readonly path: string
  /** What of `path` is the path of a request: all of it, unless it holds a query or fragment. */
  readonly requestPath: string
  /** What of `path` is the query of a request, without what stands for query parameters; absent where that is nothing. */
  readonly requestQuery?: string
  /** What comes before the path where the operation's server lies below the document's first one: `/public`; else empty. */
  readonly prefix: string
  /** URL of the operation's server where that lies elsewhere, its variables replaced by their defaults. */
  readonly server?: string
  /** First tag as written; absent when the operation has none. */
  readonly tag?: string
  /** Stem of the module that holds the operation, from its first tag: `agents`; `default` when it has no tag. */
  readonly group: string
  readonly summary?: string
  readonly description?: string
  readonly deprecated: boolean
  /** The `operationId` exactly as the document has it after loading; key of `operations` in the emitted types. */
  readonly operationId: string
  /** Path-level and own parameters, merged, in document order. */
  readonly parameters: readonly Parameter[]
  readonly body?: RequestBody
  /** In document order. */
  readonly responses: readonly Response[]
  /**
   * The schemas that are the operation's own: its parameters, as an object of objects `path`, `query`, `header` and `cookie`
   * (those without parameters are absent), bodies that are no plain `$ref`, and unions of bodies where there are several.
   */
  readonly shapes: readonly NamedSchema[]
  /** What the operation calls what it takes and returns, also where there is no content and so no alias. */
  readonly typeNames: Readonly<Record<'params' | 'body' | 'response' | 'error', string>>
  /** The schemas behind `typeNames`: of all successes, of all errors (see {@link Outcome}); absent where there is no content. */
  readonly params: Alias
  readonly bodyAlias?: Alias
  readonly responseAlias?: Alias
  readonly errorAlias?: Alias
  /** Requirements, alternatives first: component keys of the schemes of each. Empty when none is needed. */
  readonly security: readonly (readonly string[])[]
  readonly pointer: string
}

/**
 * A request that the API sends: a webhook (OpenAPI 3.1, 4.8.1), or a callback of an operation (4.8.18). Its `path` is the name of the
 * webhook, or the expression that says which URL it goes to; whoever gets it decides on the path.
 */
export interface Webhook extends Operation {
  /** `id` of the operation, or webhook, that it is a callback of. */
  readonly callbackOf?: string
}

/** A name that an operation gives to a schema: `CreateAgentBody` for `CreateAgentRequest`. */
export interface Alias {
  readonly name: string
  /** Name of the {@link NamedSchema}; the same as `name` where the schema is one of the operation's `shapes`. */
  readonly target: string
}

/** How callers authenticate. */
export interface SecurityScheme {
  readonly key: string
  readonly type: 'apiKey' | 'http' | 'mutualTLS' | 'oauth2' | 'openIdConnect'
  /** `http` only: `bearer`, `basic`, … in lower case. */
  readonly scheme?: string
  /** `apiKey` only. */
  readonly in?: 'query' | 'header' | 'cookie'
  readonly name?: string
  readonly description?: string
  readonly pointer: string
}
