import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLAUSES } from '../../../contracts/clauses.ts'
import { grammarOf } from '../../../harness/cli/completion/grammar.ts'
import { completionScript } from '../../../harness/cli/completion.ts'
import { everySubcommand, SUBCOMMANDS } from '../../../harness/cli/subcommands.ts'
import { FORMS } from '../../../harness/report/forms.ts'

/** A folder in which two failures are kept and some files lie, and the scripts for it. */
let folder: string

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'completion-')))
  await mkdir(join(folder, '.connector-contract', 'failures'), { recursive: true })
  await mkdir(join(folder, 'checkout'))
  const files = ['a file.ts', '.connector-contract/failures/0c77d925.json']
  for (const file of [...files, '.connector-contract/failures/dccb0def.json']) {
    await writeFile(join(folder, file), '')
  }
  for (const shell of ['bash', 'zsh', 'fish']) {
    await writeFile(
      join(folder, `.script.${shell}`),
      completionScript(shell, await everySubcommand()),
    )
  }
})

afterAll(() => rm(folder, { recursive: true }))

type Complete = (line: string) => readonly string[]

/** As readline calls it: the line as words, `=` being one of them, and the last one under the cursor. */
const bash: Complete = (line) => {
  const words = line.split(' ').flatMap((word) => word.split(/(?<==)|(?==)/))
  const script = `source .script.bash
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _connector_contract
for each in "\${COMPREPLY[@]}"; do printf '%s\\n' "$each"; done`
  return linesOf('bash', ['--norc', '-c', script, 'bash', 'connector-contract', ...words])
}

const fish: Complete = (line) =>
  linesOf('fish', [
    ...[
      '--no-config',
      '-c',
      'source .script.fish; complete -C $argv[1] | string replace -r "\\t.*" ""; true',
    ],
    `connector-contract ${line}`,
  ])

/** A shell within a shell, since zsh completes at its prompt alone. The prompt that comes back ends the list. */
const zsh: Complete = (line) => {
  const script = `zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "unsetopt zle_bracketed_paste prompt_sp; autoload -Uz compinit; compinit -u -D; source .script.zsh"
zpty -w shell "LISTMAX=1000; bindkey '^I' list-choices; bindkey '^X' accept-line; PS1=''; print -r READY\\$((1))"
zpty -r -m shell out '*READY1*'
zpty -w -n shell "connector-contract $1"$'\\t\\x15print -r DONE$((1))\\x18'
zpty -r -m shell out '*DONE1*'
print -r -- "$out"`
  const shown = execFileSync('zsh', ['-f', '-c', script, 'zsh', line], {
    cwd: folder,
    encoding: 'utf8',
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the terminal's own are what is taken out
  return shown.replaceAll(/\x1b\[[0-9;?]*[A-Za-z]/g, ' ').split(/\s+/)
}

function linesOf(program: string, args: readonly string[]): readonly string[] {
  const printed = execFileSync(program, args, { cwd: folder, encoding: 'utf8' })
  return printed.split('\n').filter((word) => word !== '')
}

const isThere = (shell: string) => spawnSync(shell, ['-c', ':']).status === 0

/** A line, what is offered to complete its last word, and what is not. */
const LINES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['ver', ['verify', 'verify-provider'], ['report', 'a file.ts']],
  ['verify --on', ['--only'], ['--skip', '--no-store']],
  ['verify --only PAGE', ['PAGE', 'PAGE-1', 'PAGE-9'], ['ERR-1']],
  ['verify --profile ', ['quick', 'default', 'thorough'], ['PAGE-1', '--only']],
  ['explain LIFE-1', ['LIFE-1', 'LIFE-10'], ['PAGE-1']],
  ['completion ', ['bash', 'zsh', 'fish'], ['PAGE-1']],
  ['mock --ids ', ['uuid', 'awkward'], ['quick']],
  ['transmit abc {} {} is', ['is_async'], ['ping']],
  ['replay ', ['0c77d925', 'dccb0def'], ['PAGE-1']],
  ['reproduce 0', ['0c77d925'], ['dccb0def']],
  ['report --mat', ['--matrix'], ['--only']],
]

describe.each([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
] as const)('%s', (shell, complete) => {
  it.runIf(isThere(shell)).each(LINES)('completes: connector-contract %s', (line, some, none) => {
    const offered = complete(line)
    expect(offered).toEqual(expect.arrayContaining([...some]))
    for (const word of none) expect(offered).not.toContain(word)
  })
})

describe('bash', () => {
  it('offers each subcommand, and each of its options', async () => {
    expect(bash('')).toEqual([...SUBCOMMANDS.keys(), '--help', '--version'])
    for (const [name, load] of SUBCOMMANDS) {
      const names = grammarOf(await load()).options.flatMap((option) => option.names)
      expect(bash(`${name} -`)).toEqual(names)
    }
  })

  it('knows every clause and every form of a report', () => {
    expect(bash('explain ')).toEqual(CLAUSES.map(({ id }) => id))
    expect(bash('report --report ')).toEqual(Object.keys(FORMS).map((form) => `${form}=`))
  })

  it('goes on behind the comma of a list', () => {
    expect(bash('verify --skip NET,SEC-')).toEqual(
      ['SEC-1', 'SEC-2', 'SEC-3', 'SEC-4'].map((id) => `NET,${id}`),
    )
  })

  it('takes an option and its value as one word too', () => {
    expect(bash('verify --only=MODE-')).toEqual(['MODE-1', 'MODE-2', 'MODE-3'])
    expect(bash('verify --profile=q')).toEqual(['quick'])
  })

  it.each([
    ['verify ./a', []],
    ['verify a', ['a file.ts']],
    ['verify --only PAGE a', ['a file.ts']],
    ['verify --report junit=a', ['a file.ts']],
    ['verify -- python3 a', ['a file.ts']],
    ['verify --stix-shifter ', ['.connector-contract', 'checkout']],
    ['verify --seed ', []],
    ['replay 0c77d925 a', ['a file.ts']],
    ['list a', []],
  ])('offers files where one can stand: connector-contract %s', (line, files) => {
    expect(bash(line)).toEqual(line === 'verify ./a' ? ['./a file.ts'] : files)
  })

  it.each(['explain $(touch$IFS\\taken)', 'verify --only `touch`,P', "replay ';touch'"])(
    'runs nothing that stands on the line: %s',
    (line) => {
      bash(line)
      expect(linesOf('ls', ['-A']).toSorted()).toEqual([
        '.connector-contract',
        '.script.bash',
        '.script.fish',
        '.script.zsh',
        'a file.ts',
        'checkout',
      ])
    },
  )
})
