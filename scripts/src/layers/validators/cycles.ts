import type { Schema } from '../../model/types.js'
import { referencesIn } from './subschemas.js'

/**
 * The cycles of references among named schemas: for each schema that can be reached from itself a number, the same for schemas
 * that can be reached from one another. (Tarjan's strongly connected components, without recursion.)
 */
export function cyclesOf(schemas: ReadonlyMap<string, Schema>): ReadonlyMap<string, number> {
  const search = new Search(new Map([...schemas].map(([name, schema]) => [name, referencesIn(schema)])))
  for (const name of schemas.keys()) search.from(name)
  return search.cycles
}

interface Visit {
  readonly name: string
  readonly index: number
  /** Lowest index that is known to be reachable. */
  low: number
  readonly open: string[]
}

class Search {
  readonly cycles = new Map<string, number>()
  readonly #edges: ReadonlyMap<string, readonly string[]>
  readonly #indexes = new Map<string, number>()
  readonly #component: string[] = []
  readonly #inComponent = new Set<string>()
  readonly #path: Visit[] = []

  constructor(edges: ReadonlyMap<string, readonly string[]>) {
    this.#edges = edges
  }

  from(start: string): void {
    if (this.#indexes.has(start)) return
    this.#enter(start)
    for (let visit = this.#path.at(-1); visit !== undefined; visit = this.#path.at(-1)) {
      const next = visit.open.pop()
      if (next === undefined) this.#leave(visit)
      else if (!this.#indexes.has(next)) this.#enter(next)
      else if (this.#inComponent.has(next)) visit.low = Math.min(visit.low, this.#indexes.get(next)!)
    }
  }

  #enter(name: string): void {
    const index = this.#indexes.size
    this.#indexes.set(name, index)
    this.#component.push(name)
    this.#inComponent.add(name)
    this.#path.push({ name, index, low: index, open: [...(this.#edges.get(name) ?? [])] })
  }

  #leave({ name, index, low }: Visit): void {
    this.#path.pop()
    const parent = this.#path.at(-1)
    if (parent !== undefined) parent.low = Math.min(parent.low, low)
    if (low !== index) return
    const members = this.#component.splice(this.#component.lastIndexOf(name))
    for (const member of members) this.#inComponent.delete(member)
    if (members.length === 1 && !(this.#edges.get(name) ?? []).includes(name)) return
    for (const member of members) this.cycles.set(member, index)
  }
}
