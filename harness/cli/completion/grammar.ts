import type { Argument, Command, Option } from 'commander'
import { FAMILIES } from '../../../contracts/clause.ts'
import { CLAUSES } from '../../../contracts/clauses.ts'
import { METHODS } from '../../../contracts/method.ts'
import { FORMS } from '../../report/forms.ts'

/** What can stand at a place of the command line. */
export type Place =
  | { readonly kind: 'nothing' | 'files' | 'folders' | 'failures' }
  /** One of these words; `many`: several of them, with commas. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly many?: boolean }
  /** One of these words, `=` and a file. */
  | { readonly kind: 'forms'; readonly words: readonly string[] }

export interface GrammarOption {
  /** As they are written: `--only`, `-V`. */
  readonly names: readonly string[]
  readonly description: string
  /** Undefined: it takes no value. */
  readonly value: Place | undefined
}

export interface GrammarArgument {
  readonly name: string
  readonly place: Place
  /** Whether it takes all words that follow. */
  readonly variadic: boolean
}

/** A subcommand as a shell has to know it. */
export interface Grammar {
  readonly name: string
  readonly description: string
  readonly options: readonly GrammarOption[]
  readonly arguments: readonly GrammarArgument[]
}

const IDS = CLAUSES.map(({ id }) => id)

/** By what the help calls them, in options (`--only <clauses>`) and arguments (`<clause>`) alike. */
const PLACES: Readonly<Record<string, Place>> = {
  clause: { kind: 'words', words: IDS },
  clauses: { kind: 'words', words: [...FAMILIES, ...IDS], many: true },
  method: { kind: 'words', words: METHODS },
  'form=file': { kind: 'forms', words: Object.keys(FORMS) },
  folder: { kind: 'folders' },
  ...Object.fromEntries(
    // What is JSON may be a file that holds it.
    ['file', 'json', 'module', 'target', 'pact', 'old', 'new', 'report'].map((name) => [
      name,
      { kind: 'files' },
    ]),
  ),
}

/** What the words of `replay` and `reproduce` are. */
const FAILURE_AND_TARGET: readonly GrammarArgument[] = [
  { name: 'id', place: { kind: 'failures' }, variadic: false },
  { name: 'target', place: { kind: 'files' }, variadic: true },
]

/** What a shell can complete of a subcommand, out of its definition. */
export function grammarOf(command: Command): Grammar {
  const help = command.createHelp()
  return {
    name: command.name(),
    description: help.subcommandDescription(command),
    options: [...optionsOf(command).values()].map(optionOf),
    arguments: [...commandsIn(command), ...command.registeredArguments.flatMap(argumentsOf)],
  }
}

/** Its options and those of its own subcommands, each once. */
function optionsOf(command: Command): ReadonlyMap<string, Option> {
  const own = [command, ...command.commands].flatMap((each) =>
    each.createHelp().visibleOptions(each),
  )
  return new Map(own.map((option) => [option.flags, option]))
}

/** The subcommands of a subcommand, and what they are about. */
function commandsIn({ commands }: Command): readonly GrammarArgument[] {
  if (commands.length === 0) return []
  const words = commands.map((each) => each.name())
  return [
    { name: 'command', place: { kind: 'words', words }, variadic: false },
    { name: 'file', place: { kind: 'files' }, variadic: true },
  ]
}

function argumentsOf(argument: Argument): readonly GrammarArgument[] {
  const name = argument.name()
  if (name === 'words') return FAILURE_AND_TARGET
  const place = placeOf(name, argument.argChoices)
  return [{ name, place, variadic: argument.variadic }]
}

function optionOf({ short, long, description, flags, argChoices, required, optional }: Option) {
  const [, name = ''] = /[<[](.+?)(?:\.\.\.)?[>\]]/.exec(flags) ?? []
  return {
    names: [short, long].filter((each) => each !== undefined),
    description,
    value: required || optional ? placeOf(name, argChoices) : undefined,
  }
}

function placeOf(name: string, choices: Argument['argChoices']): Place {
  if (choices !== undefined) return { kind: 'words', words: choices }
  return PLACES[name] ?? { kind: 'nothing' }
}
