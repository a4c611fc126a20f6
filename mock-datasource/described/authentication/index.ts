import type { Authentication } from '../../../contracts/data-source/description/authentication.ts'
import type { Hooks } from '../hooks/hooks.ts'
import { basic } from './basic.ts'
import { schemeByHook } from './by-hook.ts'
import { header } from './header.ts'
import { logIn } from './log-in.ts'
import { oauth } from './oauth.ts'
import type { Scheme } from './scheme.ts'

type Name = Authentication['scheme']

const SCHEMES: {
  readonly [Each in Name]: (
    options: Extract<Authentication, { scheme: Each }>,
    hooks: Hooks,
  ) => Scheme
} = {
  header,
  basic,
  'log-in': (options) => logIn(options),
  'oauth-client-credentials': oauth,
  hook: schemeByHook,
}

/** The scheme that a description names, with its options. */
export function schemeOf<Each extends Name>(
  options: Extract<Authentication, { scheme: Each }>,
  hooks: Hooks,
): Scheme {
  const make: (options: Extract<Authentication, { scheme: Each }>, hooks: Hooks) => Scheme =
    SCHEMES[options.scheme as Each]
  return make(options, hooks)
}
