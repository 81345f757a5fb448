import { isInt64, isUri } from './formats.js'
import { isObject, isOptionalText, isOptionalTextOrNull, isTextOrNull } from './kinds.js'

/** Whether a value is a user. */
export function isUser(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isOptionalTextOrNull(value.name) || !isOptionalTextOrNull(value.email)) return false
  if (typeof value.login !== 'string' || !isInt64(value.id) || typeof value.node_id !== 'string') return false
  if (!isUri(value.avatar_url) || !isTextOrNull(value.gravatar_id) || !isUri(value.url)) return false
  if (!isUri(value.html_url) || !isUri(value.followers_url)) return false
  if (typeof value.following_url !== 'string' || typeof value.gists_url !== 'string') return false
  if (typeof value.starred_url !== 'string' || !isUri(value.subscriptions_url)) return false
  if (!isUri(value.organizations_url) || !isUri(value.repos_url)) return false
  if (typeof value.events_url !== 'string' || !isUri(value.received_events_url)) return false
  if (typeof value.type !== 'string' || typeof value.site_admin !== 'boolean') return false
  if (!isOptionalText(value.starred_at) || !isOptionalText(value.user_view_type)) return false
  return true
}
