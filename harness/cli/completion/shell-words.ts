/** A text that a POSIX shell, bash or zsh reads as it is: between single quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The same for fish, where a backslash counts between single quotes. */
export function quotedForFish(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

/** The first sentence or part of a description, on one line. */
export function inShort(description: string): string {
  const line = description.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 90 ? line : `${line.slice(0, 89)}…`
}
