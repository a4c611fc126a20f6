/**
 * A dict as a JavaScript value: an object where every key is a string, as JSON has it, else a Map, which
 * no JSON round trip leaves as it is (ENV-5). Of equal keys the last counts.
 */
export function buildDict(entries: readonly (readonly [unknown, unknown])[]): unknown {
  if (!entries.every(([key]) => typeof key === 'string')) return new Map(entries)
  // fromEntries defines and does not assign, so that a key "__proto__" is a key like any other.
  return Object.fromEntries(entries)
}
