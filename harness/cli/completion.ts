import { Argument, Command } from 'commander'
import { bashScript } from './completion/bash-script.ts'
import { fishScript } from './completion/fish-script.ts'
import { type Grammar, grammarOf } from './completion/grammar.ts'
import { zshScript } from './completion/zsh-script.ts'

type Script = (grammars: readonly Grammar[], program: readonly string[]) => string

const SHELLS: Readonly<Record<string, Script>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}
const PROGRAM_OPTIONS = ['--help', '--version']

const AFTER = `
For the shell that is open, bash or zsh, and for fish:
  source <(connector-contract completion bash)
  connector-contract completion fish | source`

/**
 * `completion SHELL`: prints what makes a shell complete subcommands, options, clauses and failures.
 *
 * @param subcommands loads all that there are, this one included.
 */
export function completionCommand(subcommands: () => Promise<readonly Command[]>): Command {
  return new Command('completion')
    .description('print a script that makes a shell complete subcommands, options and clauses')
    .addArgument(new Argument('<shell>').choices(Object.keys(SHELLS)))
    .addHelpText('after', AFTER)
    .action(async (shell: string) => {
      process.stdout.write(completionScript(shell, await subcommands()))
    })
}

/**
 * What a shell has to load. It is made of the definitions of the subcommands, and holds all that it completes: no
 * program runs while somebody presses the tab key.
 */
export function completionScript(shell: string, subcommands: readonly Command[]): string {
  const script = SHELLS[shell]
  if (script === undefined) throw new Error(`no script is known for ${shell}`)
  return script(subcommands.map(grammarOf), PROGRAM_OPTIONS)
}
