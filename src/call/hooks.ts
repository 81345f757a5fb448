import type { Hooks } from '../options.js'

/**
 * Tells the hooks of the client, and then those of the call, that something has happened. What one of them throws is thrown outside
 * of the call, as with the listeners of an `EventTarget`: whether a request succeeds is not for its observers to decide.
 */
export function emit<Name extends keyof Hooks>(
  { hooks }: { readonly hooks: readonly Hooks[] },
  name: Name,
  event: Parameters<NonNullable<Hooks[Name]>>[0],
): void {
  for (const each of hooks) {
    // The event is of the type that the hook of this name takes.
    const hook = each[name] as ((event: unknown) => void) | undefined
    try {
      hook?.(event)
    } catch (error) {
      queueMicrotask(() => {
        throw error
      })
    }
  }
}

/** Whether anybody listens, so that an event that costs something is made only then. */
export function isHooked({ hooks }: { readonly hooks: readonly Hooks[] }, name: keyof Hooks): boolean {
  return hooks.some((each) => each[name] !== undefined)
}
