import { isInt64, isUri } from './formats.js'
import {
  isDateTimeOrNull,
  isListOf,
  isObject,
  isOptionalFlag,
  isOptionalText,
  isOptionalUri,
  isString,
  isTextOrNull,
  isUriOrNull,
  type Properties,
} from './kinds.js'
import { isUser } from './user.js'

/** Whether a value is a license. */
export function isLicense(value: unknown): boolean {
  if (!isObject(value)) return false
  if (typeof value.key !== 'string' || typeof value.name !== 'string' || !isUriOrNull(value.url)) return false
  if (!isTextOrNull(value.spdx_id) || typeof value.node_id !== 'string') return false
  if (!isOptionalUri(value.html_url)) return false
  return true
}

function isPermissions(value: unknown): boolean {
  if (!isObject(value)) return false
  if (typeof value.admin !== 'boolean' || typeof value.pull !== 'boolean') return false
  if (!isOptionalFlag(value.triage) || typeof value.push !== 'boolean') return false
  if (!isOptionalFlag(value.maintain)) return false
  return true
}

function isSearchStatus(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isOptionalFlag(value.lexical_search_ok) || !isOptionalText(value.lexical_commit_sha)) return false
  return true
}

function hasRepositoryLinks(value: Properties): boolean {
  if (!isUri(value.html_url) || !isUri(value.url) || typeof value.archive_url !== 'string') return false
  if (typeof value.assignees_url !== 'string' || typeof value.blobs_url !== 'string') return false
  if (typeof value.branches_url !== 'string' || typeof value.collaborators_url !== 'string') return false
  if (typeof value.comments_url !== 'string' || typeof value.commits_url !== 'string') return false
  if (typeof value.compare_url !== 'string' || typeof value.contents_url !== 'string') return false
  if (!isUri(value.contributors_url) || !isUri(value.deployments_url)) return false
  if (!isUri(value.downloads_url) || !isUri(value.events_url) || !isUri(value.forks_url)) return false
  if (typeof value.git_commits_url !== 'string' || typeof value.git_refs_url !== 'string') return false
  if (typeof value.git_tags_url !== 'string' || typeof value.git_url !== 'string') return false
  if (typeof value.issue_comment_url !== 'string' || typeof value.issue_events_url !== 'string') return false
  if (typeof value.issues_url !== 'string' || typeof value.keys_url !== 'string') return false
  if (typeof value.labels_url !== 'string' || !isUri(value.languages_url)) return false
  if (!isUri(value.merges_url) || typeof value.milestones_url !== 'string') return false
  if (typeof value.notifications_url !== 'string' || typeof value.pulls_url !== 'string') return false
  if (typeof value.releases_url !== 'string' || typeof value.ssh_url !== 'string') return false
  if (!isUri(value.stargazers_url) || typeof value.statuses_url !== 'string') return false
  if (!isUri(value.subscribers_url) || !isUri(value.subscription_url) || !isUri(value.tags_url)) return false
  if (!isUri(value.teams_url) || typeof value.trees_url !== 'string') return false
  if (typeof value.clone_url !== 'string' || !isUriOrNull(value.mirror_url)) return false
  if (!isUri(value.hooks_url) || !isUri(value.svn_url)) return false
  return true
}

function hasRepositorySettings(value: Properties): boolean {
  if (!isOptionalFlag(value.is_template) || typeof value.has_issues !== 'boolean') return false
  if (typeof value.has_projects !== 'boolean' || typeof value.has_wiki !== 'boolean') return false
  if (typeof value.has_pages !== 'boolean' || typeof value.has_downloads !== 'boolean') return false
  if (!isOptionalFlag(value.has_discussions) || !isOptionalFlag(value.has_pull_requests)) return false
  if (
    value.pull_request_creation_policy !== undefined &&
    value.pull_request_creation_policy !== 'all' &&
    value.pull_request_creation_policy !== 'collaborators_only'
  )
    return false
  if (!isOptionalFlag(value.allow_rebase_merge) || !isOptionalFlag(value.allow_squash_merge)) return false
  if (!isOptionalFlag(value.allow_auto_merge) || !isOptionalFlag(value.delete_branch_on_merge)) return false
  if (!isOptionalFlag(value.allow_update_branch)) return false
  if (!isOptionalFlag(value.use_squash_pr_title_as_default)) return false
  if (
    value.squash_merge_commit_title !== undefined &&
    value.squash_merge_commit_title !== 'PR_TITLE' &&
    value.squash_merge_commit_title !== 'COMMIT_OR_PR_TITLE'
  )
    return false
  if (
    value.squash_merge_commit_message !== undefined &&
    value.squash_merge_commit_message !== 'PR_BODY' &&
    value.squash_merge_commit_message !== 'COMMIT_MESSAGES' &&
    value.squash_merge_commit_message !== 'BLANK'
  )
    return false
  if (
    value.merge_commit_title !== undefined &&
    value.merge_commit_title !== 'PR_TITLE' &&
    value.merge_commit_title !== 'MERGE_MESSAGE'
  )
    return false
  if (
    value.merge_commit_message !== undefined &&
    value.merge_commit_message !== 'PR_BODY' &&
    value.merge_commit_message !== 'PR_TITLE' &&
    value.merge_commit_message !== 'BLANK'
  )
    return false
  if (!isOptionalFlag(value.allow_merge_commit) || !isOptionalFlag(value.allow_forking)) return false
  if (!isOptionalFlag(value.web_commit_signoff_required)) return false
  if (!isOptionalFlag(value.anonymous_access_enabled)) return false
  return true
}

function hasRepositoryFacts(value: Properties): boolean {
  if (!isInt64(value.id) || typeof value.node_id !== 'string' || typeof value.name !== 'string') return false
  if (typeof value.full_name !== 'string') return false
  if ((value.license !== null && !isLicense(value.license)) || !Number.isInteger(value.forks)) return false
  if (value.permissions !== undefined && !isPermissions(value.permissions)) return false
  if (!isUser(value.owner) || typeof value.private !== 'boolean') return false
  if (!isTextOrNull(value.description) || typeof value.fork !== 'boolean') return false
  if (!isUriOrNull(value.homepage) || !isTextOrNull(value.language)) return false
  if (!Number.isInteger(value.forks_count) || !Number.isInteger(value.stargazers_count)) return false
  if (!Number.isInteger(value.watchers_count) || !Number.isInteger(value.size)) return false
  if (typeof value.default_branch !== 'string' || !Number.isInteger(value.open_issues_count)) return false
  if (value.topics !== undefined && !isListOf(isString, value.topics)) return false
  if (typeof value.archived !== 'boolean' || typeof value.disabled !== 'boolean') return false
  if (!isOptionalText(value.visibility) || !isDateTimeOrNull(value.pushed_at)) return false
  if (!isDateTimeOrNull(value.created_at) || !isDateTimeOrNull(value.updated_at)) return false
  if (!isOptionalText(value.temp_clone_token) || !Number.isInteger(value.open_issues)) return false
  if (!Number.isInteger(value.watchers) || !isOptionalText(value.master_branch)) return false
  if (!isOptionalText(value.starred_at)) return false
  if (value.code_search_index_status !== undefined && !isSearchStatus(value.code_search_index_status))
    return false
  return true
}

/** Whether a value is a repository. */
export function isRepository(value: unknown): boolean {
  return (
    isObject(value) && hasRepositoryLinks(value) && hasRepositorySettings(value) && hasRepositoryFacts(value)
  )
}
