import type { Grammar, GrammarArgument, GrammarOption, Place } from './grammar.ts'
import { inShort, quoted } from './shell-words.ts'

/** What zsh loads to complete `connector-contract`: as a file `_connector-contract` in `$fpath`, or sourced. */
export function zshScript(grammars: readonly Grammar[], program: readonly string[]): string {
  const subcommands = grammars.map(({ name, description }) => `${name}:${inShort(description)}`)
  return `#compdef connector-contract
# Completion of connector-contract for zsh: put it into a folder of $fpath as _connector-contract, or source it.

_connector_contract_failures() {
  local -a failures
  failures=(.connector-contract/failures/*.json(N:t:r))
  (( $#failures )) && compadd -a failures
}

_connector_contract_forms() {
  if compset -P '*='; then _files; else compadd -S = -- "$@"; fi
}

_connector_contract() {
  local -a subcommands
  subcommands=(
${subcommands.map((each) => `    ${quoted(each)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe -t subcommands subcommand subcommands
    compadd -- ${program.join(' ')}
    return
  fi
  # What stands behind it is a command of the user's own.
  if (( \${words[(I)--]} && \${words[(I)--]} < CURRENT )); then
    _files
    return
  fi
  local subcommand=$words[2]
  shift words
  (( CURRENT-- ))
  case $subcommand in
${grammars.map(caseOf).join('\n')}
  esac
}

# Called by the completion system, it completes; sourced, it says what for.
if [[ $funcstack[1] == _connector-contract ]]; then
  _connector_contract "$@"
else
  compdef _connector_contract connector-contract
fi
`
}

function caseOf({ name, options, arguments: operands }: Grammar): string {
  const specs = [...options.flatMap(optionSpecs), ...operands.map(operandSpec)]
  return `    ${name})\n      _arguments \\\n${specs.map((spec) => `        ${quoted(spec)}`).join(' \\\n')}\n      ;;`
}

function optionSpecs({ names, description, value }: GrammarOption): readonly string[] {
  return names.map((name) => {
    const words = `*${name}${value === undefined ? '' : '='}[${escaped(inShort(description))}]`
    return value === undefined ? words : `${words}:value:${action(value)}`
  })
}

function operandSpec({ name, place, variadic }: GrammarArgument, index: number): string {
  return `${variadic ? '*' : index + 1}:${escaped(name)}:${action(place)}`
}

function action(place: Place): string {
  switch (place.kind) {
    case 'nothing':
      return ' '
    case 'files':
      return '_files'
    case 'folders':
      return '_files -/'
    case 'failures':
      return '_connector_contract_failures'
    case 'words':
      return place.many === true
        ? `_sequence compadd - ${place.words.join(' ')}`
        : `(${place.words.join(' ')})`
    case 'forms':
      // The space in front: else zsh would put options of its own between.
      return ` _connector_contract_forms ${place.words.join(' ')}`
  }
}

/** What would end a description within a specification of `_arguments`. */
function escaped(text: string): string {
  return text.replaceAll(/[\\[\]:]/g, '\\$&')
}
