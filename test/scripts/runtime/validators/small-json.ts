import * as fc from 'fast-check'

/** JSON values so small and alike that two of them are often equal, and else nearly. */
export const smallJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<unknown>(0, 1, true, false, null, '', '0', '1', 'null;', '[0:', '{}'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', '__proto__', '1:a'), tie('value')), {
        maxLength: 2,
        selector: ([key]) => key,
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).value
