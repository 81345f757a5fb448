import type { Doc } from '../../emit/index.js'
import type { BuilderPlan } from './plan.js'
import type { Way } from './ways.js'

/** What is said of a builder's declarations. */
export interface BuilderDocs {
  readonly methods: Doc
  readonly builder: Doc
  readonly function: Doc
  readonly build: Doc
  readonly with: Doc
}

/** The doc comments of the builder that is called `builder`; its properties have their own. */
export function docsOf(plan: BuilderPlan, builder: string): BuilderDocs {
  const {
    schema: { name, schema },
    ways,
    isComplete,
  } = plan
  const subject = `A builder of \`${name}\``
  const completion = completionOf(ways)
  return {
    methods: {
      text: `The methods of {@link ${builder}}, which has those that make sense when the properties \`Given\` are set.`,
    },
    builder: {
      text: isComplete
        ? `${subject}. ${completion}`
        : `${subject} with the properties \`Given\` set. ${completion}`,
    },
    function: {
      text: [`${subject} with nothing set.`, schema.description ?? ''].join('\n\n'),
      deprecated: schema.deprecated ?? false,
    },
    build: {
      text: `The \`${name}\` as a new plain object. Throws a \`ValidationError\` if it is not valid.`,
    },
    with: { text: 'Sets a property that is not declared.' },
  }
}

/** A sentence on when there is a `build`. */
function completionOf(ways: readonly Way[]): string {
  const [first, ...others] = ways
  if (first === undefined) return 'It never has `build`, because no value is valid.'
  const always = [...first.needs].filter((name) => others.every(({ needs }) => needs.has(name)))
  const choices = ways.map(({ needs }) => [...needs].filter((name) => !always.includes(name)))
  const hasChoice = choices.every((names) => names.length > 0)
  const conditions = [
    ...(always.length === 0 ? [] : [list(always)]),
    ...(hasChoice ? [choices.map(list).join(' or ')] : []),
  ]
  return conditions.length === 0
    ? 'It always has `build`.'
    : `It has \`build\` once these are set: ${conditions.join('; ')}.`
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.pop()!
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`
}
