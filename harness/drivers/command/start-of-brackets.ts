const PARTNER: Readonly<Record<string, string>> = { '}': '{', ']': '[', ')': '(' }

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
  const open: string[] = []
  for (let at = end; at >= 0 && budget.left > 0; at--, budget.left--) {
    const character = text.charAt(at)
    if (character === '"' || character === "'") {
      const start = startOfString(text, at, budget)
      if (start === undefined) return undefined
      at = start
    } else if (PARTNER[character] !== undefined) {
      open.push(PARTNER[character])
    } else if (character === '{' || character === '[' || character === '(') {
      if (open.pop() !== character) return undefined
      if (open.length === 0) return at
    }
  }
  return undefined
}

function startOfString(text: string, end: number, budget: Budget): number | undefined {
  const quote = text.charAt(end)
  for (let at = end - 1; at >= 0 && budget.left > 0; at--, budget.left--) {
    const character = text.charAt(at)
    if (character === quote && !isEscaped(text, at)) return at
    if (character === '\n') return undefined
  }
  return undefined
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1
  while (text.charAt(before) === '\\') before--
  return (at - before) % 2 === 0
}
