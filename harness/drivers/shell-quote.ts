/** Nothing in here means anything to a shell; to zsh a `=` at the beginning does. */
const PLAIN = /^(?!=)[\w./:@%+,=-]+$/

/** What a terminal would act on, or show as something else, when the line is pasted or printed. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/**
 * One word of a shell command line that stands for exactly `word`.
 *
 * POSIX shells understand it. A word with control characters is written `$'…'`, which bash, zsh, ksh and
 * POSIX 2024 know and dash does not: raw, they would break the paste (a carriage return is Enter) and
 * could drive the reader's terminal.
 */
export function shellQuote(word: string): string {
  if (PLAIN.test(word)) return word
  if (!UNPRINTABLE.test(word)) return `'${word.replaceAll("'", String.raw`'\''`)}'`
  const inner = Array.from(word, escaped).join('')
  return `$'${inner}'`
}

const NAMED: Readonly<Record<string, string>> = {
  "'": String.raw`\'`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
}

function escaped(character: string): string {
  const named = NAMED[character]
  if (named !== undefined) return named
  if (!UNPRINTABLE.test(character)) return character
  // Octal, byte by byte: three digits always end, where \x and \u differ from shell to shell.
  return Array.from(
    Buffer.from(character),
    (byte) => `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('')
}

/** Words as a command line, after the variables that are set for it. */
export function shellLine(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): string {
  const set = Object.entries(environment).map(([name, value]) => `${name}=${shellQuote(value)}`)
  return [...set, ...words.map(shellQuote)].join(' ')
}
