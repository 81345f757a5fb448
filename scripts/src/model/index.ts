export { buildModel } from './build.js'
export { type SupportedFormat, supportedFormats } from './formats.js'
export { dateTimeTypes, enumStyles, int64Types, type ModelOptions, unknownEnumPolicies } from './options.js'
