import { isDateTime, isInt64, isUri } from './formats.js'
import { isDateTimeOrNull, isObject, isOptionalText, isTextOrNull } from './kinds.js'
import { isRepository } from './repository.js'
import { isUser } from './user.js'

/** Whether a value is a milestone. */
export function isMilestone(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isUri(value.url) || !isUri(value.html_url) || !isUri(value.labels_url)) return false
  if (!Number.isInteger(value.id) || typeof value.node_id !== 'string') return false
  if (!Number.isInteger(value.number) || (value.state !== 'open' && value.state !== 'closed')) return false
  if (typeof value.title !== 'string' || !isTextOrNull(value.description)) return false
  if ((value.creator !== null && !isUser(value.creator)) || !Number.isInteger(value.open_issues)) return false
  if (!Number.isInteger(value.closed_issues) || !isDateTime(value.created_at)) return false
  if (!isDateTime(value.updated_at) || !isDateTimeOrNull(value.closed_at)) return false
  if (!isDateTimeOrNull(value.due_on)) return false
  return true
}

/** Whether a value is a team. */
export function isTeam(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!Number.isInteger(value.id) || typeof value.node_id !== 'string' || !isUri(value.url)) return false
  if (typeof value.members_url !== 'string' || typeof value.name !== 'string') return false
  if (!isTextOrNull(value.description) || typeof value.permission !== 'string') return false
  if (!isOptionalText(value.privacy) || !isOptionalText(value.notification_setting)) return false
  if (!isUri(value.html_url) || !isUri(value.repositories_url) || typeof value.slug !== 'string') return false
  if (!isOptionalText(value.ldap_dn)) return false
  if (value.type !== 'enterprise' && value.type !== 'organization') return false
  if (value.organization_id !== undefined && !Number.isInteger(value.organization_id)) return false
  if (value.enterprise_id !== undefined && !Number.isInteger(value.enterprise_id)) return false
  return true
}

/** Whether a value is a label. */
export function isLabel(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isInt64(value.id) || typeof value.node_id !== 'string' || typeof value.url !== 'string') return false
  if (typeof value.name !== 'string' || !isTextOrNull(value.description)) return false
  if (typeof value.color !== 'string' || typeof value.default !== 'boolean') return false
  return true
}

/** Whether a value is one of the two branches of a pull request. */
export function isBranch(value: unknown): boolean {
  if (!isObject(value)) return false
  if (typeof value.label !== 'string' || typeof value.ref !== 'string') return false
  if (!isRepository(value.repo) || typeof value.sha !== 'string' || !isUser(value.user)) return false
  return true
}

function isLink(value: unknown): boolean {
  if (!isObject(value)) return false
  if (typeof value.href !== 'string') return false
  return true
}

/** Whether a value is the links of a pull request. */
export function isLinks(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isLink(value.comments) || !isLink(value.commits) || !isLink(value.statuses)) return false
  if (!isLink(value.html) || !isLink(value.issue) || !isLink(value.review_comments)) return false
  if (!isLink(value.review_comment) || !isLink(value.self)) return false
  return true
}

/** Whether a value is the way in which a pull request is merged by itself. */
export function isAutoMerge(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isUser(value.enabled_by)) return false
  if (value.merge_method !== 'merge' && value.merge_method !== 'squash' && value.merge_method !== 'rebase')
    return false
  if (typeof value.commit_title !== 'string' || typeof value.commit_message !== 'string') return false
  return true
}

function isStackBase(value: unknown): boolean {
  if (!isObject(value)) return false
  if (typeof value.ref !== 'string' || typeof value.sha !== 'string') return false
  return true
}

/** Whether a value is the stack that a pull request is part of. */
export function isStack(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isStackBase(value.base) || (value.size !== undefined && !Number.isInteger(value.size))) return false
  if (value.position !== undefined && !Number.isInteger(value.position)) return false
  if (value.id !== undefined && !Number.isInteger(value.id)) return false
  if (value.number !== undefined && !Number.isInteger(value.number)) return false
  return true
}
