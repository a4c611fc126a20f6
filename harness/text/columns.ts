/** How wide a text is that is read elsewhere than on a terminal: what stands on a page without being broken. */
export const USUAL_COLUMNS = 96
/** Fewer leave no room behind what a line begins with. */
const FEWEST = 60

let current = USUAL_COLUMNS

/** How wide lines are that are written now. */
export function columns(): number {
  return current
}

/** What `write` makes, in lines of so many columns; it must not wait for anything. */
export function within<Made>(width: number, write: () => Made): Made {
  const before = current
  current = width
  try {
    return write()
  } finally {
    current = before
  }
}

/** As many columns as a terminal has, within what can be read; the usual number where it is none. */
export function columnsOf({
  isTTY,
  columns: had,
}: {
  readonly isTTY?: boolean
  readonly columns?: number
}): number {
  return isTTY && had ? Math.max(FEWEST, Math.min(USUAL_COLUMNS, had)) : USUAL_COLUMNS
}

/** The same for the output of this process. */
export function onTerminal<Made>(write: () => Made): Made {
  return within(columnsOf(process.stdout), write)
}
