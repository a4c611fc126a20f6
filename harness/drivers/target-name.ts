import { shellQuote } from './shell-quote.ts'
import type { Target } from './target.ts'

/** How output names a target, wherever it lies: `./connector.ts`, `python3 main.py transmit abc`, `abc on https://127.0.0.1:5000`. */
export function targetName(target: Nameable): string {
  switch (target.kind) {
    case 'module':
      return target.specifier
    case 'command':
      return target.prefix.map((word) => shellQuote(word, 'posix')).join(' ')
    case 'stix-shifter':
      return `${target.module} of ${target.checkout}`
    case 'python-object':
      return target.name
    case 'proxy-host':
      return target.module === undefined ? target.url : `${target.module} on ${target.url}`
  }
}

/** A target, or one without its folder. */
type Nameable =
  | Pick<Extract<Target, { kind: 'module' }>, 'kind' | 'specifier'>
  | Pick<Extract<Target, { kind: 'command' }>, 'kind' | 'prefix'>
  | Pick<Extract<Target, { kind: 'stix-shifter' }>, 'kind' | 'checkout' | 'module'>
  | Pick<Extract<Target, { kind: 'proxy-host' }>, 'kind' | 'url' | 'module'>
  | Pick<Extract<Target, { kind: 'python-object' }>, 'kind' | 'name'>
