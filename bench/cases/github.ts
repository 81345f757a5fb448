import { readFileSync } from 'node:fs'
import { isJsonObject, type JsonObject, type JsonValue } from '../../scripts/src/json.js'
import { reachable } from '../json-schema.js'
import type { BenchCase } from './case.js'
import { type Change, changed, invalidVariants, nonObjects } from './variants.js'

interface GithubDocument {
  readonly components: {
    readonly schemas: JsonObject
    readonly examples: Readonly<Record<string, { readonly value: JsonValue }>>
  }
}

function readDocument(): GithubDocument {
  const file = new URL('../node_modules/@octokit/openapi/generated/api.github.com.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** A schema of OpenAPI 3.0 as one of 3.1: what is `nullable` has the type `null` too. Extensions and defaults are left out. */
function lowered(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(lowered)
  if (!isJsonObject(schema)) return schema
  const { nullable, example: _, examples: __, ...rest } = schema
  const kept = Object.entries(rest).filter(([key]) => !key.startsWith('x-') && key !== 'default')
  const result = Object.fromEntries(kept.map(([key, value]) => [key, lowered(value)]))
  if (nullable !== true) return result
  const { type, enum: values } = result
  return { ...result, type: [type!, 'null'], ...(Array.isArray(values) && { enum: [...values, null] }) }
}

/** Component schemas with PascalCase keys, which no other rule then has to change. */
function renamed(schemas: JsonObject): JsonObject {
  const text = JSON.stringify(schemas).replaceAll(
    /"#\/components\/schemas\/([^"]+)"/g,
    (_, key: string) => `"#/components/schemas/${pascal(key)}"`,
  )
  return Object.fromEntries(
    Object.entries(JSON.parse(text) as JsonObject).map(([key, schema]) => [pascal(key), schema]),
  )
}

function pascal(key: string): string {
  return key.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

interface Parts {
  readonly key: string
  /** What the example of the document lacks to be valid. */
  readonly completed: readonly Change[]
  readonly wrong: readonly Change[]
}

function githubCase({ key, completed, wrong }: Parts): BenchCase {
  const { schemas, examples } = readDocument().components
  const value = changed(examples[key]!.value, ...completed)
  return {
    title: `GitHub, ${key}`,
    root: pascal(key),
    schemas: renamed(lowered(reachable(schemas, key)) as JsonObject), // an object stays one
    tasks: ['is', 'issues'],
    valid: [value, changed(value, ['/more', 1])],
    invalid: [...nonObjects(), ...invalidVariants(value, wrong)],
    timed: { valid: [value], invalid: [changed(value, ...wrong.slice(0, 3))] },
    byHand: { module: `github/${key}`, is: `is${pascal(key)}` },
  }
}

/** GitHub's answer to the question for a repository. */
export function fullRepository(): BenchCase {
  return githubCase({
    key: 'full-repository',
    completed: [['/has_discussions', false]],
    wrong: [
      ['/id', '1296269'],
      ['/owner/avatar_url', 'no URI'],
      ['/pushed_at', '2011-02-29T19:06:43Z'],
      ['/license', undefined],
      ['/license/key', null],
      ['/created_at', '2011-01-26'],
      ['/size', 1.5],
      ['/svn_url', 'http://[::1:::]/'],
      ['/topics/0', 1],
      ['/permissions/admin', undefined],
      ['/owner', null],
      ['/homepage', '%'],
      ['/parent/owner/site_admin', 'no'],
    ],
  })
}

/** GitHub's answer to the question for a pull request. */
export function pullRequest(): BenchCase {
  return githubCase({
    key: 'pull-request',
    completed: [['/requested_teams/0/type', 'organization']],
    wrong: [
      ['/state', 'merged'],
      ['/head/repo/owner/login', undefined],
      ['/base/repo/html_url', 'github.com'],
      ['/number', null],
      ['/labels/0/color', 7],
      ['/milestone/state', 'done'],
      ['/author_association', 'FRIEND'],
      ['/_links/self', null],
      ['/created_at', '2011-01-26T19:61:12Z'],
      ['/merged_at', '2011-01-26T23:58:60Z'],
      ['/requested_teams/0/url', ''],
      ['/head/repo/has_wiki', undefined],
      ['/comments', '10'],
    ],
  })
}
