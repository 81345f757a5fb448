/** The intermediate representation that every layer prints from. What has to be decided is decided before a layer sees it. */
import type { JsonObject } from '../json.js'
import type { Schema, TypeName } from './schema-types.js'

export type { SupportedFormat } from './formats.js'
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

/** Where a parameter travels. */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie'

/** How the value of a parameter becomes text (OpenAPI 3.1, 4.8.12.3). */
export type ParameterStyle =
  'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject'

/** A parameter of an operation, its defaults (OpenAPI 3.1, 4.8.12) filled in. */
export interface Parameter {
  readonly name: string
  readonly in: ParameterLocation
  readonly required: boolean
  readonly deprecated: boolean
  readonly description?: string
  readonly style: ParameterStyle
  readonly explode: boolean
  readonly allowReserved: boolean
  /** Whether an empty text stands for no value. */
  readonly allowEmptyValue: boolean
  /** Whether the value is written as JSON text, in no style: the parameter is described by `content`. */
  readonly isJson: boolean
  readonly schema: Schema
  /** What the texts of its value may stand for, all references followed. */
  readonly reading: Reading
  /** Names in the query that `reading.others` does not take, because they are those of other parameters or of a credential. */
  readonly taken?: readonly string[]
  readonly pointer: string
}

/**
 * What the texts of a value may stand for. Without any property, it is text as it is. Where it may be an array or object,
 * it may be a single text too only if there are `types`.
 */
export interface Reading {
  /** What one text may stand for; `string` only where there is something else that it could be. */
  readonly types?: readonly ScalarType[]
  /** The items, where the value may be an array. */
  readonly array?: Reading
  /** The members that are known by name, where the value may be an object. */
  readonly object?: Readonly<Record<string, Reading>>
  /** The other members, where the object may have some that are worth reading. */
  readonly others?: Reading
  /** Whether the text may be an array or object as JSON, because the style of the parameter has no text for it. */
  readonly json?: true
  /** Whether the value may be bytes, in a part of multipart. */
  readonly blob?: true
  /** Whether there may be an array or object of which the texts are not read, because it is nested too deep. */
  readonly isTooDeep?: true
}

/** The types of which a value is one text. */
export type ScalarType = Exclude<TypeName, 'array' | 'object'>

/** The body of a request. */
export interface RequestBody {
  readonly required: boolean
  readonly description?: string
  readonly contents: readonly Content[]
  readonly pointer: string
}

/**
 * What a response means to a caller. `success`: 2XX. `error`: all others. `either`: a `default` beside which there is no 2XX,
 * so that it describes successes as well as errors; its content is in both aliases of the operation.
 */
export type Outcome = 'success' | 'error' | 'either'

/** One response of an operation. */
export interface Response {
  /** `200`, a range `2XX`, or `default`. */
  readonly status: string
  readonly outcome: Outcome
  readonly description: string
  readonly headers: readonly ResponseHeader[]
  readonly contents: readonly Content[]
  readonly pointer: string
}

/** A header field of a response (OpenAPI 3.1, 4.8.21), always in the style `simple`. */
export type ResponseHeader = Pick<
  Parameter,
  'name' | 'required' | 'deprecated' | 'description' | 'explode' | 'isJson' | 'schema' | 'reading' | 'pointer'
>

/** One media type of a body. */
export interface Content {
  /** As written: `application/json`. */
  readonly mediaType: string
  readonly kind: ContentKind
  /**
   * Name of the {@link NamedSchema} that describes it, or each item of a stream; one that accepts everything when the document says
   * nothing of it.
   */
  readonly shape: string
  /**
   * Whether this is what a caller gives or gets unless another is asked for, and what the alias of its role is about: JSON where there
   * is some, else forms, else all.
   */
  readonly isPreferred: boolean
  /** Of a form and of multipart: the members that are known by name. */
  readonly parts?: readonly Part[]
  readonly pointer: string
}

/**
 * How a content is written, and so what a caller gives and gets. `json`: any value, as JSON. `form`: an object, as
 * `application/x-www-form-urlencoded`. `multipart`: an object, as `multipart/form-data`. `text`: a string. `binary`: bytes, a `Blob`.
 * `json-lines`: a stream of values, each JSON on a line of its own. `events`, `text-events`: a stream of server-sent events, whose
 * data, JSON or text, the shape describes. In responses there is neither `form` nor `multipart`.
 */
export type ContentKind =
  'json' | 'form' | 'multipart' | 'text' | 'binary' | 'json-lines' | 'events' | 'text-events'

/** A member of a body that is a form or multipart, and how it is written (OpenAPI 3.1, 4.8.15). */
export interface Part extends Pick<Parameter, 'name' | 'required' | 'schema' | 'reading'> {
  /**
   * In which style it is written, where the document says so. Else an object is written as JSON, the items of an array are members of
   * the same name, and everything else is one text.
   */
  readonly style?: Pick<Parameter, 'style' | 'explode' | 'allowReserved'>
  /** Media type of the part in multipart, where the document names one: JSON is written so, for text and bytes it is a label. */
  readonly contentType?: string
  /** Whether `contentType` is JSON, so that any value is written as that. */
  readonly isJson: boolean
  readonly pointer: string
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
