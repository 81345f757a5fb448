import { isDateTime, isInt64, isUri } from './formats.js'
import {
  isDateTimeOrNull,
  isFlagOrNull,
  isListOf,
  isObject,
  isOptionalFlag,
  isOptionalFlagOrNull,
  isOptionalTextOrNull,
  isTextOrNull,
  type Properties,
} from './kinds.js'
import {
  isAutoMerge,
  isBranch,
  isLabel,
  isLinks,
  isMilestone,
  isStack,
  isTeam,
} from './pull-request-parts.js'
import { isUser } from './user.js'

const ASSOCIATIONS = new Set<unknown>([
  'COLLABORATOR',
  'CONTRIBUTOR',
  'FIRST_TIMER',
  'FIRST_TIME_CONTRIBUTOR',
  'MANNEQUIN',
  'MEMBER',
  'NONE',
  'OWNER',
])

function isAssociation(value: unknown): boolean {
  return ASSOCIATIONS.has(value)
}

function hasPullRequestLinks(value: Properties): boolean {
  if (!isUri(value.url) || !isUri(value.html_url) || !isUri(value.diff_url)) return false
  if (!isUri(value.patch_url) || !isUri(value.issue_url) || !isUri(value.commits_url)) return false
  if (!isUri(value.review_comments_url) || typeof value.review_comment_url !== 'string') return false
  if (!isUri(value.comments_url) || !isUri(value.statuses_url)) return false
  return true
}

function hasPullRequestPeople(value: Properties): boolean {
  if (!isUser(value.user) || !isListOf(isLabel, value.labels)) return false
  if (value.milestone !== null && !isMilestone(value.milestone)) return false
  if (value.assignee !== null && !isUser(value.assignee)) return false
  if (value.assignees !== undefined && !isListOf(isUser, value.assignees)) return false
  if (value.requested_reviewers !== undefined && !isListOf(isUser, value.requested_reviewers)) return false
  if (value.requested_teams !== undefined && !isListOf(isTeam, value.requested_teams)) return false
  if (value.merged_by !== null && !isUser(value.merged_by)) return false
  return true
}

function hasPullRequestFacts(value: Properties): boolean {
  if (!isInt64(value.id) || typeof value.node_id !== 'string' || !Number.isInteger(value.number)) return false
  if ((value.state !== 'open' && value.state !== 'closed') || typeof value.locked !== 'boolean') return false
  if (typeof value.title !== 'string' || !isTextOrNull(value.body)) return false
  if (!isOptionalTextOrNull(value.active_lock_reason) || !isDateTime(value.created_at)) return false
  if (!isDateTime(value.updated_at) || !isDateTimeOrNull(value.closed_at)) return false
  if (!isDateTimeOrNull(value.merged_at) || !isTextOrNull(value.merge_commit_sha)) return false
  if (!isBranch(value.head) || !isBranch(value.base) || !isLinks(value['_links'])) return false
  if (!isAssociation(value.author_association)) return false
  if (value.auto_merge !== null && !isAutoMerge(value.auto_merge)) return false
  if (value.stack !== undefined && value.stack !== null && !isStack(value.stack)) return false
  if (!isOptionalFlag(value.draft) || typeof value.merged !== 'boolean') return false
  if (!isFlagOrNull(value.mergeable) || !isOptionalFlagOrNull(value.rebaseable)) return false
  if (typeof value.mergeable_state !== 'string' || !Number.isInteger(value.comments)) return false
  if (!Number.isInteger(value.review_comments)) return false
  if (typeof value.maintainer_can_modify !== 'boolean' || !Number.isInteger(value.commits)) return false
  if (!Number.isInteger(value.additions) || !Number.isInteger(value.deletions)) return false
  if (!Number.isInteger(value.changed_files)) return false
  return true
}

/** Whether a value is a pull request. */
export function isPullRequest(value: unknown): boolean {
  return (
    isObject(value) && hasPullRequestLinks(value) && hasPullRequestPeople(value) && hasPullRequestFacts(value)
  )
}
