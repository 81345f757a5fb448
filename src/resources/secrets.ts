import type {
  AcceptedSecretSet,
  SecretSetDetails,
  SecretSetList,
  SecretSetListItem,
  StatusOk,
  UpsertSecretSetRequest,
} from '../../generated/types/index.js'
import type { ApiPromise, ResponseInfo } from '../call/api-promise.js'
import { call, type Connection, perform } from '../call/call.js'
import { type Listing, whole } from '../call/listing.js'
import { checkReadyOptions } from '../check-options.js'
import * as endpoints from '../endpoints/secrets.js'
import { NotFoundError } from '../errors/not-found-error.js'
import { ProvisionError } from '../errors/provision-error.js'
import { TimeoutError } from '../errors/timeout-error.js'
import type { CallOptions, ReadyOptions } from '../options.js'
import { callSettings } from '../settings.js'
import { sleep, withDeadline } from '../call/timeout.js'

/** Sets of secrets, which agents get as environment variables, and the credentials of image registries. */
export class Secrets {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** The sets of the organization, with how far each is provisioned (`GET /secrets`). */
  list(options: CallOptions = {}): Listing<SecretSetListItem, SecretSetList> {
    return whole(
      () => perform(this.#connection, endpoints.LIST, {}, options),
      ({ sets }) => sets,
    )
  }

  /**
   * Reads the names in a set, and how far it is provisioned (`GET /secrets/{setName}`). Values are never given out.
   * @throws {NotFoundError} if there is no set of that name.
   * @throws {BadRequestError} if the set holds credentials of an image registry.
   */
  get(name: string, options: CallOptions = {}): ApiPromise<SecretSetDetails> {
    return call(this.#connection, endpoints.GET, { path: { setName: name } }, options)
  }

  /**
   * Makes a set or adds to it (`PUT /secrets/{setName}`): secrets that are not named stay. The set is provisioned after the answer
   * has come; see {@link list} for when it is ready.
   *
   * @example
   * await pipecat.secrets.set('voice-starter-secrets', { secrets: [{ secretKey: 'OPENAI_API_KEY', secretValue }] })
   */
  set(name: string, body: UpsertSecretSetRequest, options: CallOptions = {}): ApiPromise<AcceptedSecretSet> {
    return call(this.#connection, endpoints.UPSERT, { path: { setName: name }, body }, options)
  }

  /**
   * Makes a set of the credentials of an image registry, or replaces them (`PUT /secrets/{setName}`). They are sent as the API takes
   * them: `username:password` in Base64.
   *
   * @throws {BadRequestError} if there is a set of that name that holds other secrets.
   */
  setImagePullCredentials(
    name: string,
    { host, username, password, region }: ImagePullCredentials,
    options: CallOptions = {},
  ): ApiPromise<AcceptedSecretSet> {
    const bytes = new TextEncoder().encode(`${username}:${password}`)
    const secretValue = btoa(String.fromCodePoint(...bytes))
    const body = {
      isImagePullSecret: true,
      host,
      secretValue,
      ...(region !== undefined && { region }),
    } as const
    return this.set(name, body, options)
  }

  /**
   * Reads the list of sets again and again until one is provisioned, so that agents can use it.
   *
   * @returns the set, ready.
   * @throws {NotFoundError} if there is no set of that name.
   * @throws {ProvisionError} if its provisioning has failed.
   * @throws {TimeoutError} if it takes longer than `timeout`, a minute by default.
   */
  async waitUntilReady(name: string, options: ReadyOptions = {}): Promise<SecretSetListItem> {
    checkReadyOptions(options)
    const { interval = 1000, timeout = 60_000, ...callOptions } = options
    const { client, settings } = this.#connection
    const base = callSettings(settings, callOptions)
    const toError = () =>
      new TimeoutError(`Secret set ${JSON.stringify(name)} was not ready within ${timeout} ms`, timeout)
    return withDeadline({ signals: base.signals, limit: { timeout, toError } }, async (signal) => {
      const reading = { client, settings: { ...base, signals: [signal] } }
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- one look comes after the other
        const { data, response } = await perform(reading, endpoints.LIST, {}, {})
        const set = readySet(name, data, response)
        if (set !== undefined) return set
        // oxlint-disable-next-line no-await-in-loop -- as above
        await sleep(interval, signal)
      }
    })
  }

  /**
   * Deletes a set with all that is in it (`DELETE /secrets/{setName}`).
   * @throws {NotFoundError} if there is no set of that name.
   */
  delete(name: string, options: CallOptions = {}): ApiPromise<StatusOk> {
    return call(this.#connection, endpoints.DELETE, { path: { setName: name } }, options)
  }

  /**
   * Takes one secret out of a set (`DELETE /secrets/{setName}/{secretKey}`).
   * @throws {NotFoundError} if there is no such secret or set.
   */
  deleteKey(name: string, key: string, options: CallOptions = {}): ApiPromise<StatusOk> {
    return call(this.#connection, endpoints.DELETE_KEY, { path: { setName: name, secretKey: key } }, options)
  }
}

/** The set of that name if it is ready, `undefined` while it is being provisioned. */
function readySet(
  name: string,
  { sets }: SecretSetList,
  { headers }: ResponseInfo,
): SecretSetListItem | undefined {
  const set = sets.find((it) => it.name === name)
  if (set === undefined) {
    const message = `There is no secret set ${JSON.stringify(name)}`
    throw new NotFoundError({
      message,
      status: 404,
      code: undefined,
      operation: endpoints.LIST.operation,
      body: undefined,
      headers,
    })
  }
  if (set.status === 'failed') throw new ProvisionError(set)
  return set.status === 'ready' ? set : undefined
}

/** Credentials of an image registry. */
export interface ImagePullCredentials {
  /** URL of the registry: `https://index.docker.io/v1/`. */
  readonly host: string
  readonly username: string
  /** Password or token. */
  readonly password: string
  /** Code of the region; that of the organization if it is absent. */
  readonly region?: string | undefined
}
