import type { DocumentResult, FindingGroup, Outcome } from './result.js'

/** What is wrong with several documents in the same way. */
export interface Trouble {
  readonly text: string
  /** How many documents have it. */
  readonly documents: number
  /** How many documents have nothing else. */
  readonly alone: number
  /** How often it was found in all of them. */
  readonly findings: number
  /** The first of them. */
  readonly example: Pick<FindingGroup, 'message' | 'place'> & { readonly document: string }
}

/** What is wrong with the documents of these outcomes, by how many it concerns. */
export function troublesOf(results: readonly DocumentResult[], among: readonly Outcome[]): Trouble[] {
  return tally(
    results.filter(({ outcomes }) => outcomes.some((it) => among.includes(it))),
    ({ errors }) => errors,
  )
}

/** What documents are warned of, by how many it concerns. */
export function warningsOf(results: readonly DocumentResult[]): Trouble[] {
  return tally(results, ({ warnings }) => warnings)
}

/** Where the generated validators and ajv judge examples differently, by how many documents it concerns. */
export function disagreementsOf(results: readonly DocumentResult[]): Trouble[] {
  return tally(results, ({ examples }) => examples?.disagreements ?? [])
}

function tally(
  results: readonly DocumentResult[],
  groupsOf: (result: DocumentResult) => readonly FindingGroup[],
): Trouble[] {
  const troubles = new Map<string, Trouble>()
  for (const result of results) {
    const groups = groupsOf(result)
    for (const { text, count, ...example } of groups) {
      const sofar = troubles.get(text) ?? {
        documents: 0,
        alone: 0,
        findings: 0,
        example: { ...example, document: result.document },
      }
      troubles.set(text, {
        ...sofar,
        text,
        documents: sofar.documents + 1,
        alone: sofar.alone + (groups.length === 1 ? 1 : 0),
        findings: sofar.findings + count,
      })
    }
  }
  return [...troubles.values()].toSorted(
    (a, b) =>
      b.documents - a.documents || b.alone - a.alone || b.findings - a.findings || (a.text < b.text ? -1 : 1),
  )
}
