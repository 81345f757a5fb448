/** Validity of values that are nested deeper than the stack can hold. */

type Is = (value: unknown, depth: number) => boolean

/** A question whether a part of a value is valid. */
interface Question {
  readonly is: Is
  readonly value: unknown
}

/** What is known of the parts of a value, and what turned out to be asked of others. */
interface Inquiry {
  readonly answers: Map<unknown, Map<Is, boolean>>
  asked: Question[]
}

/** How often the functions of a cycle call one another before the stack might not hold many more. */
export const MAX_DEPTH = 400

/** The same where they may ask the same question more than once: what is asked deeper down is remembered. */
export const MAX_BRANCHING_DEPTH = 2

/** The inquiry that is under way, as the functions that ask are called by one another and do not pass it on. */
let current: Inquiry | undefined

/**
 * Whether a deep part of a value is valid. The first that asks starts an inquiry: each part is checked as if all that it asks
 * of deeper ones were true, those are checked, and then it is checked again, so that no check is ever deeper than the limit, and
 * each is made a few times at most.
 */
export function isDeeply(is: Is, value: unknown): boolean {
  if (current === undefined) return inquire({ is, value })
  const answer = answerTo(current, { is, value })
  if (answer === undefined) current.asked.push({ is, value })
  return answer ?? true
}

function inquire(first: Question): boolean {
  const inquiry: Inquiry = { answers: new Map(), asked: [] }
  current = inquiry
  try {
    const open = [first]
    for (let question = open.at(-1); question !== undefined; question = open.at(-1)) {
      if (answerTo(inquiry, question) !== undefined) {
        open.pop()
        continue
      }
      inquiry.asked = []
      const answer = question.is(question.value, 0)
      if (inquiry.asked.length > 0) {
        for (const deeper of inquiry.asked) open.push(deeper)
        continue
      }
      open.pop()
      const ofValue = inquiry.answers.get(question.value) ?? new Map<Is, boolean>()
      inquiry.answers.set(question.value, ofValue.set(question.is, answer))
    }
    return answerTo(inquiry, first)!
  } finally {
    current = undefined
  }
}

function answerTo({ answers }: Inquiry, { is, value }: Question): boolean | undefined {
  return answers.get(value)?.get(is)
}
