import { shellQuote } from '../drivers/shell-quote.ts'
import { DEFAULT_DEADLINE_MILLISECONDS } from './defaults.ts'
import type { Plan, VerifyOptions } from './plan.ts'

/** The command line that verifies one clause of a run again, with the same cases and the same verdict. */
export function againCommand(options: VerifyOptions, plan: Plan, clause: string): string {
  const { target, deadlineMilliseconds } = options
  const words = [
    'npx',
    'connector-contract',
    'verify',
    ...(target.kind === 'module' ? [target.specifier] : []),
    ...['--only', clause, '--seed', String(plan.seed)],
    ...(options.runs === undefined ? [] : ['--runs', String(options.runs)]),
    ...(deadlineMilliseconds === DEFAULT_DEADLINE_MILLISECONDS
      ? []
      : ['--timeout', String(deadlineMilliseconds / 1_000)]),
    ...(options.strict ? ['--strict'] : []),
    ...(options.scheme === 'http' ? ['--http'] : []),
    ...(Object.keys(options.declarations).length === 0
      ? []
      : ['--declare', JSON.stringify(options.declarations)]),
    ...(target.kind === 'command' ? ['--', ...target.prefix] : []),
  ]
  return words.map(shellQuote).join(' ')
}
