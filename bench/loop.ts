/**
 * The loops that are timed. Each contestant gets an instance of this module of its own, so that what the engine learns of
 * one of them, and what it inlines, says nothing of another. Each loop returns a number that is made of every result.
 */
import type { Task } from './cases/case.js'
import type { Compiled, Reporter } from './contestants/contestant.js'

/** Runs a task on values in turn, as often as asked, and sums up the results. */
export type Loop = (calls: number) => number

type Copy = (value: unknown) => unknown

/** The loop of a task that the contestant was proved right on. */
export function loopOf(task: Task, compiled: Compiled, values: readonly unknown[], known?: Copy): Loop {
  switch (task) {
    case 'is':
      return isLoop(compiled.is, values)
    case 'issues':
      return issuesLoop(compiled.reporter!, values)
    case 'assert':
      return assertLoop(compiled.assert ?? asserting(compiled.is), values)
    case 'parse':
      return parseLoop(compiled.parse ?? parsing(compiled.is), values)
    case 'parseKnown':
      return parseLoop(parsingKnown(compiled.is, known!), values)
  }
}

function isLoop(is: (value: unknown) => boolean, values: readonly unknown[]): Loop {
  return (calls) => {
    let accepted = 0
    for (let call = 0, index = 0; call < calls; call += 1) {
      if (is(values[index])) accepted += 1
      index = index + 1 === values.length ? 0 : index + 1
    }
    return accepted
  }
}

function issuesLoop({ errorsOf, place, message }: Reporter, values: readonly unknown[]): Loop {
  return (calls) => {
    let characters = 0
    for (let call = 0, index = 0; call < calls; call += 1) {
      for (const error of errorsOf(values[index])) characters += place(error).length + message(error).length
      index = index + 1 === values.length ? 0 : index + 1
    }
    return characters
  }
}

function assertLoop(assert: (value: unknown) => void, values: readonly unknown[]): Loop {
  return (calls) => {
    let passed = 0
    for (let call = 0, index = 0; call < calls; call += 1) {
      assert(values[index])
      passed += 1
      index = index + 1 === values.length ? 0 : index + 1
    }
    return passed
  }
}

function parseLoop(parse: Copy, values: readonly unknown[]): Loop {
  // What is kept is made: a copy that nobody sees would be optimized away.
  const results: unknown[] = values.map(() => undefined)
  return (calls) => {
    let parsed = 0
    for (let call = 0, index = 0; call < calls; call += 1) {
      results[index] = parse(values[index])
      parsed += 1
      index = index + 1 === values.length ? 0 : index + 1
    }
    return parsed
  }
}

/** `assert` made of a boolean check. */
export function asserting(is: (value: unknown) => boolean): (value: unknown) => void {
  return (value) => {
    if (!is(value)) throw new TypeError('The value is not valid.')
  }
}

/** `parse` made of a boolean check. */
export function parsing(is: (value: unknown) => boolean): Copy {
  return (value) => {
    if (!is(value)) throw new TypeError('The value is not valid.')
    return value
  }
}

/** A copy of what is known, made by hand for everyone, of a value that passes a boolean check. */
export function parsingKnown(is: (value: unknown) => boolean, known: Copy): Copy {
  return (value) => {
    if (!is(value)) throw new TypeError('The value is not valid.')
    return known(value)
  }
}
