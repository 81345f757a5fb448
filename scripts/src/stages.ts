/** The stages of a run, in order. */
export type StageName = 'load' | 'model' | 'layers' | 'format' | 'compare' | 'write'

/** How long each stage took that was run, in milliseconds. */
export type Timings = { readonly [Name in StageName]?: number }

/** A stage begins, or ends after `milliseconds`. */
export type ProgressEvent =
  | { readonly kind: 'begin'; readonly stage: StageName }
  | { readonly kind: 'end'; readonly stage: StageName; readonly milliseconds: number }

/** Is told of the progress of a run. */
export type ProgressListener = (event: ProgressEvent) => void

/** Runs stages and measures them. */
export interface Stages {
  readonly run: <T>(stage: StageName, work: () => T | Promise<T>) => Promise<T>
  /** Of the stages that have ended so far. */
  readonly timings: () => Timings
}

/** Stages that tell `listener` of their progress. */
export function startStages(listener: ProgressListener = () => undefined): Stages {
  const timings: { [Name in StageName]?: number } = {}
  return {
    run: async (stage, work) => {
      listener({ kind: 'begin', stage })
      const start = performance.now()
      const result = await work()
      const milliseconds = Math.round((performance.now() - start) * 10) / 10
      timings[stage] = milliseconds
      listener({ kind: 'end', stage, milliseconds })
      return result
    },
    timings: () => ({ ...timings }),
  }
}
