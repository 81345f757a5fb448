/** One line of the table. */
export interface Row {
  readonly operation: string
  /** What is special about this call of it. */
  readonly variant?: string
  readonly method: string
  readonly path: string
  readonly status: number | undefined
  /** What is wrong; empty where nothing is. */
  readonly faults: readonly string[]
  /** What is worth to be known and no fault: an example of the document that is not valid, say. */
  readonly notes: readonly string[]
}

/** What is known of a row before the call, and what comes of it. */
export type About = Pick<Row, 'operation' | 'variant' | 'method' | 'path'>
export type Found = Omit<Row, keyof About>

/** The row of a call. Whatever it throws is a fault. */
export async function rowOf(about: About, call: () => Promise<Found>): Promise<Row> {
  try {
    return { ...about, ...(await call()) }
  } catch (error) {
    return { ...about, status: undefined, faults: [String(error)], notes: [] }
  }
}

/** The table, and a line with the counts. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ operation, variant, method, path, status, faults, notes }) => [
    variant === undefined ? operation : `${operation}, ${variant}`,
    method.toUpperCase(),
    path,
    String(status ?? '–'),
    faults.length > 0 ? `FAILED: ${faults.join('; ')}` : ['ok', ...notes].join('; '),
  ])
  const table = [['operation', 'method', 'path', 'status', 'verdict'], ...cells]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)))
  const lines = table.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
  return [...lines, '', countsOf(rows)].join('\n')
}

function countsOf(rows: readonly Row[]): string {
  const failed = rows.filter(({ faults }) => faults.length > 0).length
  const noted = rows.filter(({ notes }) => notes.length > 0).length
  const operations = new Set(rows.map(({ operation }) => operation)).size
  return `${rows.length} calls of ${operations} operations: ${rows.length - failed} ok, ${noted} of them with a note; ${failed} failed`
}
