// What this loads, every command waits for: the rest is loaded by whichever process runs the command.
const JUDGING: ReadonlySet<string | undefined> = new Set([
  ...['verify', 'replay', 'reproduce', 'merge', 'report'],
  ...['drift', 'verify-provider', 'pact-diff', 'data-source'],
])

const [, , ...words] = process.argv

if (JUDGING.has(words[0])) {
  const { supervise } = await import('./supervisor/supervise.ts')
  process.exit(await supervise(words))
}
const { commandLine } = await import('./command-line.ts')
process.exitCode = (await commandLine()).exitCode
