import type { Command, Option } from 'commander'
import { CommanderError } from 'commander'
import { describe, expect, it } from 'vitest'
import { everySubcommand } from '../../../harness/cli/subcommands.ts'
import { ConnectorContractError } from '../../../harness/errors.ts'
import { runProgram } from '../../support/run-program.ts'

/** What stands for a value that is no free text, in the help. */
const STRICT = /<(?:number|seconds|port|rows|megabytes|size|day|i\/n|name=value|form=file)>/

const NONSENSE = [
  '',
  ' ',
  'x',
  '-1',
  '1.5e99',
  '0x10',
  '٣',
  '9'.repeat(400),
  '\0',
  '\u001b[2J',
  '1 2',
]

interface Case {
  readonly of: readonly string[]
  readonly flag: string
  readonly isStrict: boolean
}

function casesOf(command: Command, above: readonly string[] = []): readonly Case[] {
  const of = [...above, command.name()]
  const own = command.options.filter(({ required }) => required).map((option) => caseOf(of, option))
  return [...own, ...command.commands.flatMap((each) => casesOf(each, of))]
}

function caseOf(of: readonly string[], { flags, long, argChoices }: Option): Case {
  return { of, flag: long ?? flags, isStrict: argChoices !== undefined || STRICT.test(flags) }
}

const CASES = (await everySubcommand()).flatMap((command) => casesOf(command))

/** What an option is refused with; undefined where it is taken. Nothing is run. */
async function refusal({ of, flag }: Case, value: string): Promise<Error | undefined> {
  const [name = '', ...below] = of
  const command = (await everySubcommand()).find((each) => each.name() === name)
  if (command === undefined) throw new Error(`there is no subcommand ${name}`)
  for (const each of [command, ...command.commands]) {
    each
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .action(() => {})
    for (const argument of each.allowExcessArguments().registeredArguments) argument.argOptional()
    for (const option of each.options) option.makeOptionMandatory(false)
  }
  try {
    await command.parseAsync([...below, `${flag}=${value}`], { from: 'user' })
    return undefined
  } catch (error) {
    return error as Error
  }
}

describe.each(CASES)('$of $flag', (option) => {
  it('refuses nonsense in one line that names it, or takes it', async () => {
    for (const value of NONSENSE) {
      const error = await refusal(option, value)
      if (error === undefined) {
        expect({ value, isTaken: !option.isStrict }).toEqual({ value, isTaken: true })
        continue
      }
      expect([CommanderError, ConnectorContractError].some((kind) => error instanceof kind)).toBe(
        true,
      )
      expect(error.message).toContain(option.flag)
      expect(error.message.trimEnd().split('\n')).toHaveLength(1)
    }
  })
})

it('what would drive a terminal is written out', async () => {
  const { exitCode, stderr } = await runProgram(['mock', '--port', '\u001b[2J'])
  expect(exitCode).toBe(2)
  expect(stderr).toMatch(/^error: .*--port.*\\u001b\[2J/)
  expect(stderr).toMatch(/^[\P{Cc}\n]+$/u)
})
