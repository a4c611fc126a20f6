/**
 * A program: runs one command of the command line, and tells the supervisor that has started it what the command comes
 * to. It ends when the command does, whatever still runs or waits in it.
 */
import { openLine } from './line.ts'

openLine()
const [{ commandLine }, { tellEnd }] = await Promise.all([
  import('../command-line.ts'),
  import('./tell-end.ts'),
])
const end = await commandLine()
for (const stream of [process.stdout, process.stderr]) {
  await new Promise<void>((flushed) => stream.write('', () => flushed()))
}
tellEnd(end)
process.exit(end.exitCode)
