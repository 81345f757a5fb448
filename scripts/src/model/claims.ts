import type { Report } from '../diagnostics.js'
import { shortHashes } from './hash.js'
import { kebabCase } from './names.js'

/** A wish for a name. */
export interface Claim {
  /** The name in PascalCase. */
  readonly name: string
  /** Unique among all claims: the pointer, with more where several names are for one place. */
  readonly key: string
  /** What the name is for. */
  readonly pointer: string
  /** A claim of a lower rank goes first: components before operations before targets of references. */
  readonly rank: number
  /** Whether the document spells the name just so; such a claim goes before others of its rank. */
  readonly isExact: boolean
}

/**
 * Gives each claim, by its key, a name that no other has, nor one that differs by case or word breaks alone, since files
 * and functions are called after it.
 *
 * One claim of those that want the same name gets it: the first by rank, then one that is spelled so, then by key. Each
 * other gets the name with a hash of its own key behind it. So what a schema is called depends on nothing but those that
 * clash with it, and each clash is a warning.
 */
export function settleNames(claims: readonly Claim[], report: Report): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const group of grouped(claims).values()) {
    const [winner, ...others] = group.toSorted(byPrecedence)
    if (winner === undefined) continue
    names.set(winner.key, winner.name)
    const hashes = shortHashes(others.map(({ key }) => key))
    for (const claim of others) {
      const name = `${claim.name}_${hashes.get(claim.key)!}`
      names.set(claim.key, name)
      report({
        severity: 'warning',
        pointer: claim.pointer,
        message: `The name ${claim.name} is taken by #${winner.pointer}, so this is called ${name}`,
        hint: 'Rename one of the two in the document to choose the name yourself',
      })
    }
  }
  return names
}

function grouped(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = kebabCase(claim.name)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return groups
}

function byPrecedence(a: Claim, b: Claim): number {
  return a.rank - b.rank || Number(b.isExact) - Number(a.isExact) || (a.key < b.key ? -1 : 1)
}
