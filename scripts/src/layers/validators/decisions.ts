import { type Code, code, literal, local } from '../../emit/index.js'
import type { Schema } from '../../model/types.js'
import type { Guard } from './applied.js'
import { calledCondition } from './is/called.js'
import { not } from './logic.js'
import type { Scope } from './scope.js'
import type { Subject } from './subject.js'

/** The variables that say whether parts of a composition are valid, where that is asked more than once. */
export class Decisions {
  /** The statements that set the variables. */
  readonly statements: Code[] = []
  readonly #value: Code
  readonly #scope: Scope
  readonly #variables = new Map<Schema, Code>()
  readonly #names = new Set<string>()

  constructor({ value }: Subject, scope: Scope) {
    this.#value = value
    this.#scope = scope
  }

  /** The variable of a part, if it has one. */
  get(part: Schema): Code | undefined {
    return this.#variables.get(part)
  }

  /** The condition that a guard stands for. */
  of(guard: Guard): Code {
    if (guard.kind === 'present') return code`Object.hasOwn(${this.#value}, ${literal(guard.property)})`
    const isValid = this.get(guard.subject.schema) ?? this.#decide(guard.subject)
    return guard.kind === 'valid' ? isValid : not(isValid)
  }

  #decide(subject: Subject): Code {
    let name = `matches${subject.name}`
    while (this.#names.has(name)) name += '_'
    this.#names.add(name)
    const variable = local(name)
    this.#variables.set(subject.schema, variable)
    // Its type is written, as the compiler would otherwise take the value to be what the variable says.
    this.statements.push(code`const ${variable}: boolean = ${calledCondition(subject, this.#scope)}`)
    return variable
  }
}
