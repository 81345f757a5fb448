import type { DocumentResult } from '../../corpus/result.js'

/** A result of a document that went well, but for what is told. */
export function resultOf(document: string, known: Partial<DocumentResult> = {}): DocumentResult {
  return {
    document,
    openapi: '3.0.0',
    size: 1000,
    outcomes: ['generated'],
    errors: [],
    warnings: [],
    ...known,
  }
}

/** A cost, but for what is told. */
export function costOf(
  known: Partial<NonNullable<DocumentResult['cost']>> = {},
): NonNullable<DocumentResult['cost']> {
  return { files: 10, size: 20_000, cpu: 0.5, wall: 0.6, memory: 300, ...known }
}
