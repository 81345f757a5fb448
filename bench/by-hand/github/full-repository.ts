import { isDateTime, isInt64, isUri } from './formats.js'
import {
  isListOf,
  isObject,
  isOptionalFlag,
  isOptionalText,
  isOptionalTextOrNull,
  isString,
  isTextOrNull,
  isUriOrNull,
  type Properties,
} from './kinds.js'
import { isLicense, isRepository } from './repository.js'
import { isUser } from './user.js'

function isCodeOfConduct(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!isUri(value.url) || typeof value.key !== 'string' || typeof value.name !== 'string') return false
  if (!isUriOrNull(value.html_url)) return false
  return true
}

function isReviewer(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!Number.isInteger(value.reviewer_id)) return false
  if (value.reviewer_type !== 'TEAM' && value.reviewer_type !== 'ROLE') return false
  if (value.mode !== undefined && value.mode !== 'ALWAYS' && value.mode !== 'EXEMPT') return false
  return true
}

function isBypass(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value.reviewers !== undefined && !isListOf(isReviewer, value.reviewers)) return false
  return true
}

function isStatus(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value.status !== undefined && value.status !== 'enabled' && value.status !== 'disabled') return false
  return true
}

function isSecurity(value: unknown): boolean {
  if (!isObject(value)) return false
  if (value.advanced_security !== undefined && !isStatus(value.advanced_security)) return false
  if (value.code_security !== undefined && !isStatus(value.code_security)) return false
  if (value.dependabot_security_updates !== undefined && !isStatus(value.dependabot_security_updates))
    return false
  if (value.secret_scanning !== undefined && !isStatus(value.secret_scanning)) return false
  if (value.secret_scanning_push_protection !== undefined && !isStatus(value.secret_scanning_push_protection))
    return false
  if (
    value.secret_scanning_non_provider_patterns !== undefined &&
    !isStatus(value.secret_scanning_non_provider_patterns)
  )
    return false
  if (value.secret_scanning_ai_detection !== undefined && !isStatus(value.secret_scanning_ai_detection))
    return false
  if (
    value.secret_scanning_delegated_alert_dismissal !== undefined &&
    !isStatus(value.secret_scanning_delegated_alert_dismissal)
  )
    return false
  if (
    value.secret_scanning_delegated_bypass !== undefined &&
    !isStatus(value.secret_scanning_delegated_bypass)
  )
    return false
  if (
    value.secret_scanning_delegated_bypass_options !== undefined &&
    !isBypass(value.secret_scanning_delegated_bypass_options)
  )
    return false
  return true
}

function isFullPermissions(value: unknown): boolean {
  if (!isObject(value)) return false
  if (typeof value.admin !== 'boolean' || !isOptionalFlag(value.maintain)) return false
  if (typeof value.push !== 'boolean' || !isOptionalFlag(value.triage)) return false
  if (typeof value.pull !== 'boolean') return false
  return true
}

function hasFullRepositoryLinks(value: Properties): boolean {
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

function hasFullRepositorySettings(value: Properties): boolean {
  if (!isOptionalFlag(value.is_template) || typeof value.has_issues !== 'boolean') return false
  if (typeof value.has_projects !== 'boolean' || typeof value.has_wiki !== 'boolean') return false
  if (typeof value.has_pages !== 'boolean' || !isOptionalFlag(value.has_downloads)) return false
  if (typeof value.has_discussions !== 'boolean' || !isOptionalFlag(value.has_pull_requests)) return false
  if (
    value.pull_request_creation_policy !== undefined &&
    value.pull_request_creation_policy !== 'all' &&
    value.pull_request_creation_policy !== 'collaborators_only'
  )
    return false
  if (!isOptionalFlag(value.allow_rebase_merge) || !isOptionalFlag(value.allow_squash_merge)) return false
  if (!isOptionalFlag(value.allow_auto_merge) || !isOptionalFlag(value.delete_branch_on_merge)) return false
  if (!isOptionalFlag(value.allow_merge_commit) || !isOptionalFlag(value.allow_update_branch)) return false
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
  if (!isOptionalFlag(value.allow_forking) || !isOptionalFlag(value.web_commit_signoff_required)) return false
  if (!isOptionalFlag(value.anonymous_access_enabled)) return false
  return true
}

function hasFullRepositoryFacts(value: Properties): boolean {
  if (!isInt64(value.id) || typeof value.node_id !== 'string' || typeof value.name !== 'string') return false
  if (typeof value.full_name !== 'string' || !isUser(value.owner)) return false
  if (typeof value.private !== 'boolean' || !isTextOrNull(value.description)) return false
  if (typeof value.fork !== 'boolean' || !isUriOrNull(value.homepage)) return false
  if (!isTextOrNull(value.language) || !Number.isInteger(value.forks_count)) return false
  if (!Number.isInteger(value.stargazers_count) || !Number.isInteger(value.watchers_count)) return false
  if (!Number.isInteger(value.size) || typeof value.default_branch !== 'string') return false
  if (!Number.isInteger(value.open_issues_count)) return false
  if (value.topics !== undefined && !isListOf(isString, value.topics)) return false
  if (typeof value.archived !== 'boolean' || typeof value.disabled !== 'boolean') return false
  if (!isOptionalText(value.visibility) || !isDateTime(value.pushed_at)) return false
  if (!isDateTime(value.created_at) || !isDateTime(value.updated_at)) return false
  if (value.permissions !== undefined && !isFullPermissions(value.permissions)) return false
  if (
    value.template_repository !== undefined &&
    value.template_repository !== null &&
    !isRepository(value.template_repository)
  )
    return false
  if (!isOptionalTextOrNull(value.temp_clone_token)) return false
  if (!Number.isInteger(value.subscribers_count) || !Number.isInteger(value.network_count)) return false
  if (value.license !== null && !isLicense(value.license)) return false
  if (value.organization !== undefined && value.organization !== null && !isUser(value.organization))
    return false
  if (value.parent !== undefined && !isRepository(value.parent)) return false
  if (value.source !== undefined && !isRepository(value.source)) return false
  if (!Number.isInteger(value.forks) || !isOptionalText(value.master_branch)) return false
  if (!Number.isInteger(value.open_issues) || !Number.isInteger(value.watchers)) return false
  if (value.code_of_conduct !== undefined && !isCodeOfConduct(value.code_of_conduct)) return false
  if (
    value.security_and_analysis !== undefined &&
    value.security_and_analysis !== null &&
    !isSecurity(value.security_and_analysis)
  )
    return false
  if (value.custom_properties !== undefined && !isObject(value.custom_properties)) return false
  return true
}

/** Whether a value is a repository as it is shown alone. */
export function isFullRepository(value: unknown): boolean {
  return (
    isObject(value) &&
    hasFullRepositoryLinks(value) &&
    hasFullRepositorySettings(value) &&
    hasFullRepositoryFacts(value)
  )
}
