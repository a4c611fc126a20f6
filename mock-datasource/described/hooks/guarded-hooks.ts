import { HOOKS, type Hooks } from './hooks.ts'

/** A hook did what none may do. */
export class HookError extends Error {
  override readonly name = 'HookError'
}

/** Hooks that keep what went wrong with them. */
export interface GuardedHooks extends Hooks {
  /** The first thing that a hook did wrong, in words; undefined where none did. */
  trouble(): string | undefined
}

/** The same hooks. What one throws is thrown as a HookError, and remembered: somebody may take it for an answer. */
export function guarded(hooks: Hooks): GuardedHooks {
  let first: string | undefined
  const failed = (message: string) => {
    first ??= message
    return new HookError(message)
  }
  const guardedHooks = HOOKS.flatMap((name) => {
    const hook = hooks[name] as ((...given: readonly unknown[]) => unknown) | undefined
    if (hook === undefined) return []
    const call = (...given: readonly unknown[]) => {
      try {
        return checked(name, hook.apply(hooks, [...given]))
      } catch (error) {
        throw failed(
          error instanceof HookError ? error.message : `hook ${name} threw ${wordsOf(error)}`,
        )
      }
    }
    return [[name, call]]
  })
  return { ...Object.fromEntries(guardedHooks), trouble: () => first }
}

/** What a hook gave, if that is what it has to give. */
function checked(name: (typeof HOOKS)[number], given: unknown): unknown {
  const isRight = {
    authenticate: typeof given === 'boolean',
    readBody: !(given instanceof Promise),
    writeBody: typeof given === 'string',
    page: given === undefined || isWindow(given),
  }[name]
  if (isRight) return given
  throw new HookError(`hook ${name} gave ${wordsOf(given)}, which is not ${GIVES[name]}`)
}

const GIVES = {
  authenticate: 'true or false',
  readBody: 'a value at once',
  writeBody: 'a text',
  page: 'an offset with or without a limit, in whole numbers, nor undefined',
} as const

function isWindow(given: unknown): boolean {
  const { offset, limit = 0 } = (given ?? {}) as Readonly<Record<string, unknown>>
  return [offset, limit].every((count) => Number.isSafeInteger(count) && Number(count) >= 0)
}

function wordsOf(value: unknown): string {
  const text = value instanceof Error ? String(value) : (JSON.stringify(value) ?? String(value))
  const [line = ''] = text.split('\n')
  return line.length > 200 ? `${line.slice(0, 197)}...` : line
}
