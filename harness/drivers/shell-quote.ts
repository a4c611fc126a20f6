import { visible } from '../text/visible.ts'
import { ownShell, type Shell } from './shell.ts'

/** Nothing in here means anything to a shell; to zsh a `=` at the beginning does. */
const PLAIN = /^(?!=)[\w./:@%+,=-]+$/

/** What a terminal would act on, or show as something else, when the line is pasted or printed. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** What PowerShell takes for something else in a word without quotes, which is a word to others. */
const PLAIN_ON_WINDOWS = /^(?![-=])[\w./:\\=+-]+$|^--?[A-Za-z][\w-]*$/

/**
 * One word of a command line that stands for exactly `word`, for the shell of this machine.
 *
 * POSIX shells understand it. A word with control characters is written `$'…'`, which bash, zsh, ksh and
 * POSIX 2024 know and dash does not: raw, they would break the paste (a carriage return is Enter) and
 * could drive the reader's terminal.
 */
export function shellQuote(word: string, shell: Shell = ownShell()): string {
  return QUOTES[shell](word)
}

const QUOTES: Readonly<Record<Shell, (word: string) => string>> = {
  posix(word) {
    if (PLAIN.test(word)) return word
    if (!UNPRINTABLE.test(word)) return `'${word.replaceAll("'", String.raw`'\''`)}'`
    const inner = Array.from(word, escaped).join('')
    return `$'${inner}'`
  },
  powershell(word) {
    if (PLAIN_ON_WINDOWS.test(word)) return word
    if (!UNPRINTABLE.test(word)) return `'${word.replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`
    return `"${Array.from(word, inPowerShell).join('')}"`
  },
  // It has no way to write a control character: what would drive the terminal is shown.
  cmd(word) {
    if (PLAIN_ON_WINDOWS.test(word)) return word
    const doubled = visible(word).replaceAll(/(\\*)"/g, String.raw`$1$1\"`)
    return `"${doubled.replace(/\\+$/, '$&$&')}"`
  },
}

const BACKTICKED: Readonly<Record<string, string>> = { '\n': '`n', '\r': '`r', '\t': '`t' }

function inPowerShell(character: string): string {
  const named = BACKTICKED[character]
  if (named !== undefined) return named
  if (/[`$"\u201c-\u201e]/.test(character)) return `\`${character}`
  if (!UNPRINTABLE.test(character)) return character
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return units.map((unit) => `$([char]0x${unit.toString(16).padStart(4, '0')})`).join('')
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
  shell: Shell = ownShell(),
): string {
  const set = Object.entries(environment).map(([name, value]) =>
    SETTINGS[shell](name, shellQuote(value, shell), value),
  )
  return [...set, ...words.map((word) => shellQuote(word, shell))].join(' ')
}

const SETTINGS: Readonly<Record<Shell, (name: string, quoted: string, value: string) => string>> = {
  posix: (name, quoted) => `${name}=${quoted}`,
  powershell: (name, quoted) => `$env:${name} = ${/^['"]/.test(quoted) ? quoted : `'${quoted}'`};`,
  cmd: (name, _, value) => `set "${name}=${visible(value)}" &&`,
}
