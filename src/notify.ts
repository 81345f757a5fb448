/**
 * Tells a listener something. What it throws is thrown outside of what goes on, as an uncaught exception, as with the listeners of an
 * `EventTarget`: whether a call succeeds is not for its observers to decide.
 */
export function notify<Event>(listener: ((event: Event) => void) | undefined, event: Event): void {
  try {
    listener?.(event)
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
