import type {
  ImagePullSecretRequest,
  RegularSecretsRequest,
  UpsertSecretSetRequest,
} from '../../../generated/types/index.js'
import { type ErrorReply, errors, undocumentedBadRequest } from '../error-reply.js'
import { provisioningOutcome } from '../failing-resources.js'
import type { SecretSet } from '../state.js'
import type { Context } from './context.js'

/** `PUT /secrets/{setName}`. Keys are merged; the values are not kept. */
export function upsertSecretSet(context: Context, name: string, request: UpsertSecretSetRequest) {
  const { state, settings } = context
  const existing = state.secretSets.get(name)
  const region = request.region ?? existing?.region ?? state.properties.defaultRegion
  const error = kindError(existing, request) ?? regionError(state.regions, existing, region)
  if (error) return error
  state.secretSets.set(name, {
    name,
    region,
    ...contentOf(existing, request),
    ...provisioningOutcome(name, settings.failingSecretSets),
    changedAt: context.now(),
    provisionAfter: settings.provisionAfter,
  })
  return { status: 202, body: { status: 'OK', region } } as const
}

function kindError(
  existing: SecretSet | undefined,
  request: UpsertSecretSetRequest,
): ErrorReply<400> | undefined {
  if (!existing) return undefined
  const isImagePullSecret = existing.type === 'imagePullSecret'
  if (isImagePullSecret === isForImages(request)) return undefined
  return isImagePullSecret
    ? undocumentedBadRequest('Cannot update existing image pull secrets to regular secrets')
    : errors.notAnImagePullSecret()
}

function regionError(
  regions: readonly string[],
  existing: SecretSet | undefined,
  region: string,
): ErrorReply<400> | undefined {
  if (!regions.includes(region)) return errors.invalidRegion()
  if (!existing || existing.region === region) return undefined
  return errors.secretSetHasOtherRegion(existing.region, region)
}

function contentOf(
  existing: SecretSet | undefined,
  request: UpsertSecretSetRequest,
): Pick<SecretSet, 'type' | 'secrets' | 'host'> {
  if (isForImages(request)) return { type: 'imagePullSecret', host: request.host.replace(/\/*$/, '/') }
  const keys = request.secrets.map(({ secretKey }) => secretKey)
  return { type: 'secret', secrets: [...new Set([...(existing?.secrets ?? []), ...keys])] }
}

function isForImages(request: UpsertSecretSetRequest): request is ImagePullSecretRequest {
  return (request as RegularSecretsRequest).secrets === undefined // Each of the two requires what the other must not have.
}
