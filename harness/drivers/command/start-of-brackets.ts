const [BACKSLASH, NEWLINE] = [0x5c, 0x0a]
/** What a character does, by its code: 1 to 3 close a bracket, 4 to 6 open it, a quote is a quote. */
const ROLES = ')]}([{'
const QUOTE = 7
const ROLE = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code)
  return `"'`.includes(character) ? QUOTE : ROLES.indexOf(character) + 1
})

/** How many characters may still be looked at, so that hostile output cannot take for ever. */
export interface Budget {
  left: number
}

/**
 * Where the bracket opens that closes at `end` (its index), reading backwards and over strings. Undefined
 * where it does not, or the budget is used up.
 *
 * Backwards because the end of a value is known and its start is not. It works for JSON and for what
 * Python's repr and pprint write: their strings hold no raw newline, and quotes of the kind that closes
 * them only behind a backslash.
 */
export function startOfBrackets(text: string, end: number, budget: Budget): number | undefined {
  // Bytes, since an array of megabytes of brackets would cost ten times as much.
  let open = new Uint8Array(64)
  let depth = 0
  for (let at = end; at >= 0 && budget.left > 0; at--, budget.left--) {
    const role = ROLE[text.charCodeAt(at)] ?? 0
    if (role === 0) continue
    if (role === QUOTE) {
      const start = startOfString(text, at, budget)
      if (start === undefined) return undefined
      at = start
    } else if (role <= 3) {
      if (depth === open.length) open = twiceAsLong(open)
      open[depth++] = role
    } else {
      if (depth === 0 || open[--depth] !== role - 3) return undefined
      if (depth === 0) return at
    }
  }
  return undefined
}

function twiceAsLong(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(2 * bytes.length)
  longer.set(bytes)
  return longer
}

function startOfString(text: string, end: number, budget: Budget): number | undefined {
  const quote = text.charCodeAt(end)
  for (let at = end - 1; at >= 0 && budget.left > 0; at--, budget.left--) {
    const code = text.charCodeAt(at)
    if (code === quote && !isEscaped(text, at)) return at
    if (code === NEWLINE) return undefined
  }
  return undefined
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charCodeAt(before) === BACKSLASH) before--
  return (at - before) % 2 === 0
}
