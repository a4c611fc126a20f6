import { stringify } from 'yaml'
import { ERROR_ROLES } from '../../../contracts/data-source/roles.ts'
import { UsageError } from '../../errors.ts'
import { type DraftPart, draftOf } from '../../recordings/draft/draft.ts'
import { openRecording } from '../../recordings/recording-reader.ts'
import { PLACES } from './draft-text.ts'
import { draftedLines, draftName, writeDraft } from './write-draft.ts'

/** More tell nothing new, and a recording may hold a hundred thousand. */
const MOST_READ = 5_000

/**
 * Writes the draft of a description, `NAME.yaml` in the current folder, from a recording or a HAR file: each guess with what
 * it comes from.
 *
 * @returns what to tell whoever wanted it.
 * @throws UsageError where the name cannot be one, there is no such recording, or the file is there already.
 */
export function draftFromRecording(given: string, path: string): readonly string[] {
  const name = draftName(given)
  const { exchanges } = openRecording(path, '--from-recording')
  if (exchanges.length === 0) throw new UsageError(`--from-recording ${path} holds no exchange`)
  const parts = draftOf(exchanges.slice(0, MOST_READ).map((each) => each.read()))
  const file = writeDraft(name, draftedText(name, parts, exchanges.length))
  const open = parts.filter(({ value }) => value === undefined).map(({ place }) => place)
  return draftedLines(
    file,
    'is a draft of what was recorded: each guess says what it comes from. Look at all of them.',
    ['credentials', ...open, 'what of query, statuses and errors was not seen'],
  )
}

function draftedText(name: string, parts: readonly DraftPart[], count: number): string {
  const authentication = parts.find(({ place }) => place === 'authentication')
  const isPair = /basic|password/.test(JSON.stringify(authentication?.value ?? ''))
  const auth = isPair
    ? { username: '{{username}}', password: '{{password}}' }
    : { token: '{{token}}' }
  return [
    `# Drafted from a recording of ${count} exchanges; docs/data-sources.md has every part.`,
    'version: 1',
    `name: ${name}`,
    `title: ${name}`,
    '',
    '# FILL IN. What the connector is given, by its own names.',
    'connection: { takes: [host, port, selfSignedCert, options] }',
    `credentials: ${JSON.stringify({ auth })}`,
    ...parts.flatMap((part) => ['', ...partLines(part)]),
    '',
  ].join('\n')
}

/** What no exchange tells of a part, to be filled in behind what it does. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  query: [
    '  # FILL IN. Queries for some rows, with a text in them, and one that is refused.',
    '  # some: level > {{n}}',
    `  # with: name = "{{text}}"`,
    '  # escape: backslash',
    '  # refused: all and',
  ],
  statuses: [
    '  # FILL IN. Those of a search that was canceled, or has failed.',
    '  # CANCELED: CANCELED',
    '  # FAILED: ERROR',
  ],
}

function partLines({ place, value, why }: DraftPart): readonly string[] {
  if (value !== undefined) {
    const written = stringify({ [place]: value }, { lineWidth: 0, aliasDuplicateObjects: false })
    return [
      `# A guess: ${oneLine(why)}.`,
      withUnseenRoles(written.trimEnd(), place),
      ...(UNSEEN[place] ?? []),
    ]
  }
  const [what = '', ...lines] = PLACES.find((each) => each.place === place)?.lines ?? []
  return [`# FILL IN: ${oneLine(why)}. ${what}`, ...lines.map((line) => `# ${line}`)]
}

/** Those by which checks know that an error means something of its own, behind those that were seen. */
function withUnseenRoles(written: string, place: string): string {
  if (place !== 'errors') return written
  const open = ERROR_ROLES.filter((role) => !new RegExp(`^    ${role}:`, 'm').test(written))
  const lines = [
    '    # FILL IN. The code that stands for each, with a row in the table; too_many and unavailable may be absent.',
    ...open.map((role) => `    # ${role}: CODE`),
  ]
  return [written.replace(/ {2}roles: \{\}$/, '  roles:'), ...lines].join('\n')
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ')
}
