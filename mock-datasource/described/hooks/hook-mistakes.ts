import { isDeepStrictEqual } from 'node:util'
import type { Description } from '../../../contracts/data-source/description.ts'
import type { Mistake } from '../mistake.ts'
import { guarded } from './guarded-hooks.ts'
import { HOOKS, type HookRequest, type Hooks } from './hooks.ts'

const NAMES: readonly string[] = HOOKS

/** What of the member `hooks` has not the form that it should have. */
export function* mistakesOfHooks(hooks: unknown): Generator<Mistake> {
  if (typeof hooks !== 'object' || hooks === null) {
    yield { place: 'hooks', found: 'must hold functions, as only a module can', allowed: NAMES }
    return
  }
  for (const [name, hook] of Object.entries(hooks)) {
    const place = `hooks.${name}`
    if (!NAMES.includes(name)) {
      yield { place, found: 'there is no such hook', written: name, allowed: NAMES }
    } else if (typeof hook !== 'function') {
      yield { place, found: 'must be a function, as only a module can hold' }
    }
  }
}

/** Hooks that nothing calls, those that are called and not there, and those that fail at once. */
export function* mistakesWithHooks(hooks: Hooks, description: Description): Generator<Mistake> {
  const { authentication, paging, body_type: type } = description
  const calls: Readonly<Record<(typeof HOOKS)[number], readonly [boolean, string]>> = {
    authenticate: [authentication.scheme === 'hook', 'authentication.scheme hook'],
    page: [paging.style === 'hook', 'paging.style hook'],
    readBody: [hooks.writeBody !== undefined, 'hooks.writeBody, whose bodies it has to read'],
    writeBody: [hooks.readBody !== undefined || type !== undefined, 'hooks.readBody and body_type'],
  }
  for (const name of HOOKS) {
    const [isCalled, by] = calls[name]
    const isThere = hooks[name] !== undefined
    const place = `hooks.${name}`
    if (isCalled && !isThere) yield { place, found: `is missing, and goes with ${by}` }
    else if (isThere && !isCalled)
      yield { place, found: `is called by nothing: it goes with ${by}` }
    else if (isThere) yield* failing(name, hooks, place)
  }
}

const REQUEST: HookRequest = { url: '/', headers: {}, body: '' }
const VALUE = { text: 'a "b" <c> ü', number: 7, list: [{ of: true }], nothing: null }

/** Tries a hook on what it will meet: a request that says nothing, a body that is none. */
function* failing(name: (typeof HOOKS)[number], hooks: Hooks, place: string): Generator<Mistake> {
  const { authenticate, readBody, writeBody, page } = guarded(hooks)
  try {
    if (name === 'authenticate') authenticate?.(REQUEST, {})
    if (name === 'page') page?.(REQUEST)
    if (name === 'readBody') readBody?.('', 'request')
    if (name !== 'writeBody') return
    const read = readBody?.(writeBody?.(VALUE) ?? '', 'answer')
    if (isDeepStrictEqual(read, VALUE)) return
    yield { place, found: `writes ${JSON.stringify(VALUE)}, and readBody reads something else` }
  } catch (error) {
    yield { place, found: (error as Error).message.replace(/^hook \w+ /, '') }
  }
}
