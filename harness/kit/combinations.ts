/**
 * Every combination of one value a key, the last key changing fastest.
 *
 * @example combinations({ method: ['ping', 'query'], code: [1, 2] }) // four cases
 */
export function combinations<T extends object>(
  choices: {
    readonly [Key in keyof T]: readonly T[Key][]
  },
): T[] {
  const keys = Object.keys(choices) as (keyof T)[]
  return keys.reduce<T[]>(
    (partial, key) =>
      partial.flatMap((combination) =>
        choices[key].map((value) => ({ ...combination, [key]: value })),
      ),
    [{} as T],
  )
}
