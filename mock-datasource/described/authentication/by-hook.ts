import type { Authentication } from '../../../contracts/data-source/description/authentication.ts'
import type { Hooks } from '../hooks/hooks.ts'
import { accountWhere, type Scheme } from './scheme.ts'

type Options = Extract<Authentication, { scheme: 'hook' }>

/** A hook says whose request it is; the headers that it looks at are masked whole. */
export function schemeByHook({ headers }: Options, { authenticate }: Hooks): Scheme {
  const named = headers.map((name) => [
    name.toLowerCase(),
    { name: 'credentials', encoding: 'plain' as const },
  ])
  return {
    credentials: { headers: Object.fromEntries(named), presented: () => [] },
    must: () => undefined,
    shows: () => [],
    callerOf: (carrier, store) =>
      accountWhere(store, ({ credentials }) => authenticate?.(carrier, credentials) ?? false),
  }
}
