/**
 * Imports a library that is compared with. Its part that is used is described by the caller, so that the project type-checks
 * where the libraries are not installed.
 */
export async function importPeer<T>(specifier: string): Promise<T> {
  return await import(specifier)
}
