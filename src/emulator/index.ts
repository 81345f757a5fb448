export type { Clock } from './clock.js'
export type { Controls, PrintedText } from './controls.js'
export type { DecodeIssue } from './decode.js'
export { defaultBuildLogs, defaultBuilds, defaultRegions, defaultSecretSets } from './defaults.js'
export type { FailingBuild, FailingSecretSet } from './failing-resources.js'
export type { FailingRule, Failure } from './failing.js'
export type {
  Fault,
  FaultDetails,
  FaultKind,
  FaultMoment,
  FaultOf,
  FaultTarget,
  OperationId,
  StruckFault,
} from './faults/fault.js'
export type { AddedFault, Faults } from './faults/fault-plan.js'
export type { AnsweredRequest, Bot, EmulatorOptions } from './options.js'
export { type EmulatorSnapshot, StateError } from './snapshot.js'
export { type Emulator, startEmulator } from './start-emulator.js'
export { loadState, saveState } from './state-file.js'
export type {
  Build,
  EmulatorState,
  SecretSet,
  SessionEnd,
  StoredAgent,
  StoredDeployment,
  StoredLine,
  StoredSession,
  Upload,
  UploadedContent,
} from './state.js'
export type { Tokens } from './tokens.js'
