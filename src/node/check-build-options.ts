import { posix } from 'node:path'
import { type Check, check, isFunction, WAIT_CHECKS } from '../check-options.js'
import type { ArchiveOptions } from './archive.js'
import type { BuildDirectoryOptions } from './build-directory.js'

const isText: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a text')

const ARCHIVE_CHECKS: { readonly [Name in keyof ArchiveOptions]-?: Check } = {
  exclude: (value) =>
    Array.isArray(value) && value.every((pattern) => typeof pattern === 'string')
      ? undefined
      : 'must be an array of patterns',
  dockerfile: (value) =>
    typeof value === 'string' && isInside(value)
      ? undefined
      : 'must be the path of a file, relative to the directory and inside of it',
  signal: WAIT_CHECKS.signal,
}

const BUILD_CHECKS: { readonly [Name in keyof BuildDirectoryOptions]-?: Check } = {
  ...WAIT_CHECKS,
  ...ARCHIVE_CHECKS,
  region: isText,
  onLog: isFunction,
}

/** @throws ConfigurationError that names everything that is not what it has to be. */
export function checkArchiveOptions(directory: unknown, options: ArchiveOptions): void {
  checkWith(directory, options, ARCHIVE_CHECKS)
}

/** @throws ConfigurationError that names everything that is not what it has to be. */
export function checkBuildOptions(directory: unknown, options: BuildDirectoryOptions): void {
  checkWith(directory, options, BUILD_CHECKS)
}

function checkWith(directory: unknown, options: unknown, checks: Readonly<Record<string, Check>>): void {
  if (typeof options !== 'object' || options === null) check(options, checks)
  // `check` takes an option that is undefined for one that is not given.
  else check({ ...options, directory: directory ?? '' }, { ...checks, directory: isText })
}

function isInside(path: string): boolean {
  const normal = posix.normalize(path)
  return path !== '' && !posix.isAbsolute(normal) && !/^\.\.(?:\/|$)|^\.\/?$|\/$/.test(normal)
}
