import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { Failure } from '../../harness/engine/failures/failure.ts'
import { FailureStore } from '../../harness/engine/failures/failure-store.ts'
import { BIN, CORRECT } from './command-line/paths.ts'
import type { Ended } from './run-program.ts'

/** The node that runs the tests comes first, for programs that are found by their name. */
const PATH = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`

/** Kept failures are known by a key of this machine's, which parent and child share. */
const STATE = { XDG_STATE_HOME: process.env['XDG_STATE_HOME'] }

/** A folder of a connector's author, in which `npx connector-contract` is at hand. */
export class ConnectorFolder {
  readonly path: string
  /** Folders with programs that are found before all others. */
  readonly programs: string[] = []

  /** Makes one that is taken away after the test. */
  static async make(): Promise<ConnectorFolder> {
    const path = await realpath(await mkdtemp(join(tmpdir(), 'connector-folder-')))
    onTestFinished(() => rm(path, { recursive: true }))
    await writeFile(join(path, 'package.json'), '{"type":"module"}')
    await mkdir(join(path, 'node_modules', '.bin'), { recursive: true })
    await symlink(BIN, join(path, 'node_modules', '.bin', 'connector-contract'))
    return new ConnectorFolder(path)
  }

  private constructor(path: string) {
    this.path = path
  }

  /** Writes a connector that is the correct one but for these members, `correct` being that one. */
  async writeConnector(name: string, members: string, above = ''): Promise<void> {
    await writeFile(
      join(this.path, name),
      `import create from ${JSON.stringify(CORRECT)}
${above}
export default (connection, configuration) => {
  const correct = create(connection, configuration)
  return { ...correct, ${members} }
}
`,
    )
  }

  /** Keeps a failure here, as `verify` would. */
  keep(failure: Failure): Promise<void> {
    return new FailureStore(this.path).write(failure)
  }

  /** Runs the command line here, and waits for its end. */
  run(...words: readonly string[]): Promise<Ended> {
    return ended(this.start(...words))
  }

  /** Runs a line as a shell does into which it is pasted. */
  paste(line: string): Promise<Ended> {
    return ended(spawn('sh', ['-c', line], { cwd: this.path, env: { ...process.env, PATH } }))
  }

  /** Starts the command line here; it is killed after the test, if it still runs then. */
  start(...words: readonly string[]) {
    const path = [...this.programs, PATH].join(delimiter)
    const env = { PATH: path, ...STATE }
    const child = spawn(process.execPath, [BIN, ...words], { cwd: this.path, env })
    onTestFinished(() => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    })
    return child
  }
}

async function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.stdin?.end()
  if (child.stdout === null || child.stderr === null) throw new Error('it has no pipes')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exit, stdout, stderr }
}
