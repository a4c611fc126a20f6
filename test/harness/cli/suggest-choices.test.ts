import { describe, expect, it } from 'vitest'
import { SUBCOMMANDS } from '../../../harness/cli/subcommands.ts'
import { suggestChoices } from '../../../harness/cli/suggest-choices.ts'

/** What a command says of its options. */
async function saidOf(subcommand: string, ...words: readonly string[]): Promise<string> {
  const load = SUBCOMMANDS.get(subcommand)
  if (load === undefined) throw new Error(`there is no ${subcommand}`)
  const command = suggestChoices(await load())
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  return command.parseAsync([...words], { from: 'user' }).then(String, String)
}

describe('a word that an option does not take', () => {
  it.each([
    ['verify', '--profile', 'quik', 'quick'],
    ['verify', '--basis', 'guid', 'guide'],
    ['mock', '--ids', 'akward', 'awkward'],
  ])('of %s %s %s is told which was meant', async (subcommand, option, word, meant) => {
    const said = await saidOf(subcommand, option, word)
    expect(said).toContain(`'${word}' is invalid. Did you mean ${meant}? Allowed choices are `)
  })

  it('that is near to none is told what there is', async () => {
    const said = await saidOf('verify', '--profile', 'nightly')
    expect(said).toContain("'nightly' is invalid. Allowed choices are quick, default, thorough.")
  })
})
