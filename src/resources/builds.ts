import type {
  Build,
  BuildDetails,
  BuildList,
  BuildLogs,
  BuildResult,
  CreateBuildRequest,
  GetBuildLogsParams,
  ListBuildsParams,
  UploadUrl,
  UploadUrlRequest,
} from '../../generated/types/index.js'
import type { ApiPromise } from '../call/api-promise.js'
import { call, type Connection, perform } from '../call/call.js'
import { followed, following } from '../call/followed.js'
import { type Listing, paged, whole } from '../call/listing.js'
import * as endpoints from '../endpoints/builds.js'
import type { CallOptions, FollowOptions } from '../options.js'

/** Images that the platform builds of a directory with a Dockerfile. `pipecat-cloud-client/node` builds one in a single call. */
export class Builds {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Asks where to upload the archive of a build (`POST /builds/upload-url`). The answer holds for 15 minutes. */
  createUploadUrl(body: UploadUrlRequest, options: CallOptions = {}): ApiPromise<UploadUrl> {
    return call(this.#connection, endpoints.CREATE_UPLOAD_URL, { body }, options)
  }

  /**
   * Builds what was uploaded (`POST /builds`). An image of the same content, region and Dockerfile is not built again: `cached` is
   * true then.
   */
  create(body: CreateBuildRequest, options: CallOptions = {}): ApiPromise<BuildResult> {
    return call(this.#connection, endpoints.CREATE, { body }, options)
  }

  /** The builds of the organization, by pages (`GET /builds`). */
  list(query: ListBuildsQuery = {}, options: CallOptions = {}): Listing<Build, BuildList> {
    return paged({
      read: (offset) =>
        perform(
          this.#connection,
          endpoints.LIST,
          { query: { ...query, ...(offset > 0 && { offset }) } },
          options,
        ),
      info: ({ builds, total }) => ({ items: builds, total }),
      offset: query.offset ?? 0,
      keyOf: ({ id }) => id,
    })
  }

  /**
   * Reads a build (`GET /builds/{buildId}`).
   * @throws {NotFoundError} if there is none of that id.
   */
  get(id: string, options: CallOptions = {}): ApiPromise<BuildDetails> {
    return call(this.#connection, endpoints.GET, { path: { buildId: id } }, options)
  }

  /**
   * What a build has printed so far (`GET /builds/{buildId}/logs`), in the order in which it was printed. With `follow` what it prints
   * until it has ended, too.
   */
  logs(
    id: string,
    { follow = false, interval, ...query }: BuildLogsQuery & FollowOptions = {},
    options: CallOptions = {},
  ): Listing<string, BuildLogs> {
    const read = (limit = query.limit) =>
      perform(
        this.#connection,
        endpoints.LOGS,
        { path: { buildId: id }, query: { ...query, ...(limit && { limit }) } },
        options,
      )
    if (!follow)
      return whole(
        () => read(),
        ({ logs }) => logs,
      )
    return followed(
      {
        // The service takes no place to go on from: the lines that were seen are left out here.
        read: async (offset) => {
          const { data, response } = await read(MOST_LINES)
          return { data: { ...data, logs: data.logs.slice(offset) }, response }
        },
        info: ({ logs }) => ({ items: logs }),
        offset: 0,
      },
      {
        ...following(interval, this.#connection, options),
        mayGrow: async () => !isOver((await this.get(id, options)).build),
      },
    )
  }
}

/** The most lines that the service gives. */
const MOST_LINES = 10_000

/** Whether a build has ended, well or not. */
function isOver({ status }: Build): boolean {
  return status !== 'pending' && status !== 'building'
}

/** What builds are wanted. */
export type ListBuildsQuery = NonNullable<ListBuildsParams['query']>

/** How many lines are wanted. */
export type BuildLogsQuery = NonNullable<GetBuildLogsParams['query']>
