export { jsonReporter } from './json.js'
export type { Output, Reporter } from './reporter.js'
export { textReporter } from './text.js'
