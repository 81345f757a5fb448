export { buildModel } from './build.js'
export { type SupportedFormat, supportedFormats } from './formats.js'
