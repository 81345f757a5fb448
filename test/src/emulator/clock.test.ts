import { describe, expect, it } from 'vitest'
import { createClock } from '../../../src/emulator/clock.js'

/** A clock that goes with a time which the test sets. */
function startClock(start?: Date) {
  const system = { time: 1000 }
  return { system, clock: createClock(() => new Date(system.time), { start }) }
}

describe('a clock', () => {
  it('goes with the one that it is made of', () => {
    const { system, clock } = startClock()
    expect(clock.now()).toEqual(new Date(1000))
    system.time = 1500
    expect(clock.now()).toEqual(new Date(1500))
    expect(clock.isRunning).toBe(true)
  })

  it('can begin at another time', () => {
    const { system, clock } = startClock(new Date(9000))
    system.time += 5
    expect(clock.now()).toEqual(new Date(9005))
  })

  it('is moved on, and goes on from there', () => {
    const { system, clock } = startClock()
    clock.advance(250)
    system.time += 1
    expect(clock.now()).toEqual(new Date(1251))
    clock.set(new Date(5000))
    system.time += 1
    expect(clock.now()).toEqual(new Date(5001))
  })

  it('stands still when it is stopped, but can be moved', () => {
    const { system, clock } = startClock()
    clock.stop()
    system.time += 100
    expect(clock.isRunning).toBe(false)
    expect(clock.now()).toEqual(new Date(1000))
    clock.advance(10)
    expect(clock.now()).toEqual(new Date(1010))
    clock.set(new Date(2000))
    expect(clock.now()).toEqual(new Date(2000))
  })

  it('stands still from the start, whatever time goes by meanwhile', () => {
    let time = 1000
    const clock = createClock(() => new Date((time += 1)), { start: new Date(9000), isStopped: true })
    expect(clock.isRunning).toBe(false)
    expect(clock.now()).toEqual(new Date(9000))
    clock.resume()
    expect(clock.now()).toEqual(new Date(9001))
  })

  it('runs again from where it stands', () => {
    const { system, clock } = startClock()
    clock.resume()
    clock.stop()
    system.time += 100
    clock.resume()
    system.time += 1
    expect(clock.isRunning).toBe(true)
    expect(clock.now()).toEqual(new Date(1001))
  })

  it.each([-1, Number.NaN, Infinity])('is not moved by %d', (milliseconds) => {
    const { clock } = startClock()
    expect(() => clock.advance(milliseconds)).toThrow(
      new TypeError(
        `The clock can be moved on by a number of milliseconds of 0 or more, not by ${milliseconds}`,
      ),
    )
    expect(clock.now()).toEqual(new Date(1000))
  })

  it.each([new Date(999), new Date(Number.NaN)])('is not set to %s', (time) => {
    const { clock } = startClock()
    expect(() => clock.set(time)).toThrow(/^The clock can be set to a time that is still to come, not from/)
  })
})
