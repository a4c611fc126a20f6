import type { Grammar, GrammarOption, Place } from './grammar.ts'
import { inShort, quotedForFish as quoted } from './shell-words.ts'

const COMMAND = 'complete -c connector-contract'

/** What fish loads to complete `connector-contract`: as `completions/connector-contract.fish`, or sourced. */
export function fishScript(grammars: readonly Grammar[], program: readonly string[]): string {
  return `# Completion of connector-contract for fish: put it into ~/.config/fish/completions, or source it.

function __connector_contract_failures
    for file in .connector-contract/failures/*.json
        string replace -r '.*/(.*)\\.json$' '$1' -- $file
    end
end

# What stands behind -- is a command of the user's own.
function __connector_contract_in
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test "$words[2]" = $argv[1]; and not contains -- -- $words
end

function __connector_contract_first
    test (count (commandline -opc)) -eq 1
end

${COMMAND} -n __connector_contract_first -f
${program.map((option) => `${COMMAND} -n __connector_contract_first ${nameOf(option)}`).join('\n')}
${grammars.map(({ name, description }) => `${COMMAND} -n __connector_contract_first -a ${name} -d ${quoted(inShort(description))}`).join('\n')}

${grammars.map(linesOf).join('\n\n')}
`
}

function linesOf({ name, options, arguments: operands }: Grammar): string {
  const here = `${COMMAND} -n '__connector_contract_in ${name}'`
  const places = operands.map(({ place }) => place)
  const takesFiles = places.some(({ kind }) => kind === 'files' || kind === 'failures')
  return [
    ...(takesFiles ? [] : [`${here} -f`]),
    ...places.flatMap((place) => candidates(place).map((words) => `${here} -a ${quoted(words)}`)),
    ...options.map((option) => `${here} ${optionWords(option)}`),
  ].join('\n')
}

function optionWords({ names, description, value }: GrammarOption): string {
  const words = [...names.map(nameOf), '-d', quoted(inShort(description))]
  if (value === undefined) return words.join(' ')
  const [given] = candidates(value)
  if (given !== undefined) return [...words, '-x', '-a', quoted(given)].join(' ')
  return [...words, value.kind === 'files' ? '-r' : '-x'].join(' ')
}

function nameOf(name: string): string {
  return name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`
}

/** What fish evaluates to find the words; none for files, which it completes by itself. */
function candidates(place: Place): readonly string[] {
  switch (place.kind) {
    case 'words':
      return place.many === true
        ? [`(__fish_complete_list , 'printf "%s\\n" ${place.words.join(' ')}')`]
        : [place.words.join(' ')]
    case 'forms':
      return [place.words.map((word) => `${word}=`).join(' ')]
    case 'folders':
      return ['(__fish_complete_directories)']
    case 'failures':
      return ['(__connector_contract_failures)']
    default:
      return []
  }
}
