import type { Grammar, Place } from './grammar.ts'
import { quoted } from './shell-words.ts'

/**
 * What bash, from 3.2 on, sources to complete `connector-contract`. It needs no package of completions, calls no
 * program, and never evaluates what stands on the line.
 */
export function bashScript(grammars: readonly Grammar[], program: readonly string[]): string {
  return `# Completion of connector-contract for bash: source it, or put it where bash looks for completions.

# What stands at each place: after an option, or as the n-th operand, of a subcommand.
_connector_contract_place() {
  case $1 in
${grammars.flatMap(casesOf).join('\n')}
    *) echo nothing ;;
  esac
}

_connector_contract_options() {
  case $1 in
${grammars.map(({ name, options }) => `    ${name}) echo ${quoted(options.flatMap(({ names }) => names).join(' '))} ;;`).join('\n')}
  esac
}

_connector_contract() {
  local IFS=$' \\t\\n'
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local subcommand=\${COMP_WORDS[1]} operand=0 word place i
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...grammars.map(({ name }) => name), ...program].join(' '))} -- "$current"))
    return
  fi
  # bash makes words of "=" too: --only=PAGE is three of them, and so is junit=report.xml.
  if [ "$current" = = ]; then current= previous==; fi
  if [ "$previous" = = ]; then
    word=\${COMP_WORDS[COMP_CWORD-1]}
    [ "$word" = = ] && word=\${COMP_WORDS[COMP_CWORD-2]}
    case $word in
      -*) previous=$word ;;
      *) _connector_contract_files -f "$current"; return ;;
    esac
  fi
  for ((i = 2; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      # What stands behind it is a command of the user's own.
      --) _connector_contract_files -f "$current"; return ;;
      -*) [ "$(_connector_contract_place "$subcommand $word")" = nothing ] || ((i++)) ;;
      =) ;;
      *) ((operand++)) ;;
    esac
  done
  place=nothing
  case $previous in
    -*) place=$(_connector_contract_place "$subcommand $previous") ;;
  esac
  if [ "$place" = nothing ]; then
    case $current in
      -*) COMPREPLY=($(compgen -W "$(_connector_contract_options "$subcommand")" -- "$current")); return ;;
      *) place=$(_connector_contract_place "$subcommand $operand") ;;
    esac
  fi
  _connector_contract_fill "$place" "$current"
}

_connector_contract_fill() {
  local words=\${1#* } current=$2 before= word file
  case $1 in
    files) _connector_contract_files -f "$current" ;;
    folders) _connector_contract_files -d "$current" ;;
    failures)
      for file in .connector-contract/failures/*.json; do
        file=\${file##*/}
        case $file in
          \\*.json) ;;
          "$current"*) COMPREPLY+=("\${file%.json}") ;;
        esac
      done
      ;;
    one\\ *) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    many\\ *)
      case $current in *,*) before=\${current%,*}, ;; esac
      for word in $words; do
        case $word in "\${current##*,}"*) COMPREPLY+=("$before$word") ;; esac
      done
      ;;
    forms\\ *)
      COMPREPLY=($(compgen -S = -W "$words" -- "$current"))
      compopt -o nospace 2>/dev/null
      ;;
  esac
}

_connector_contract_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen "$1" -- "$2"))
  compopt -o filenames 2>/dev/null
}

complete -F _connector_contract connector-contract
`
}

function casesOf({ name, options, arguments: operands }: Grammar): readonly string[] {
  const cases = options.flatMap(({ names, value }) =>
    value === undefined ? [] : names.map((each) => line(`${name} ${each}`, value)),
  )
  const places = operands.map(({ place }, index) => line(`${name} ${index}`, place))
  const last = operands.at(-1)
  // Digits alone: no option is one.
  const rest = last?.variadic === true ? [line(`${name} `, last.place, '[0-9]*')] : []
  return [...cases, ...places, ...rest]
}

function line(key: string, place: Place, pattern = ''): string {
  return `    ${quoted(key)}${pattern}) echo ${quoted(wordsFor(place))} ;;`
}

function wordsFor(place: Place): string {
  switch (place.kind) {
    case 'words':
      return `${place.many === true ? 'many' : 'one'} ${place.words.join(' ')}`
    case 'forms':
      return `forms ${place.words.join(' ')}`
    case 'nothing':
      // An option of any value takes a word of the line all the same.
      return 'anything'
    default:
      return place.kind
  }
}
