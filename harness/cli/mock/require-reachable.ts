import { UsageError } from '../../errors.ts'
import type { MockCommandOptions } from './mock-options.ts'

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/

export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/** @throws UsageError where other machines could reach it, and nobody has said that they may. */
export function requireReachable({
  host,
  expose,
}: Pick<MockCommandOptions, 'host' | 'expose'>): void {
  if (isLoopback(host) || expose) return
  throw new UsageError(`--host ${host} can be reached from other machines.`, {
    hint: 'Add --expose if that is what you want.',
  })
}
