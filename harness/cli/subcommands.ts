import type { Command } from 'commander'

/** Each loaded on its own: `transmit` must not wait for what only `verify` needs. */
export const SUBCOMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['verify', async () => (await import('./verify.ts')).verifyCommand()],
  ['verify-provider', async () => (await import('./verify-provider.ts')).verifyProviderCommand()],
  ['merge', async () => (await import('./merge.ts')).mergeCommand()],
  ['report', async () => (await import('./report.ts')).reportCommand()],
  ['pact-diff', async () => (await import('./pact-diff.ts')).pactDiffCommand()],
  ['replay', async () => (await import('./replay.ts')).replayCommand()],
  ['reproduce', async () => (await import('./reproduce.ts')).reproduceCommand()],
  ['init', async () => (await import('./init.ts')).initCommand()],
  ['mock', async () => (await import('./mock.ts')).mockCommand()],
  ['recipes', async () => (await import('./recipes.ts')).recipesCommand()],
  ['drift', async () => (await import('./drift.ts')).driftCommand()],
  ['transmit', async () => (await import('./transmit.ts')).transmitCommand()],
  ['data-source', async () => (await import('./data-source.ts')).dataSourceCommand()],
  ['list', async () => (await import('./list.ts')).listCommand()],
  ['explain', async () => (await import('./explain.ts')).explainCommand()],
  ['completion', async () => (await import('./completion.ts')).completionCommand(everySubcommand)],
])

/** All of them, with whatever each needs. */
export function everySubcommand(): Promise<readonly Command[]> {
  return Promise.all([...SUBCOMMANDS.values()].map((load) => load()))
}
