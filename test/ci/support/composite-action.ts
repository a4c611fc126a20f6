import { spawn } from 'node:child_process'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import * as z from 'zod'
import { BIN } from '../../support/command-line/paths.ts'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

const Step = z.strictObject({
  name: z.string().optional(),
  id: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.string()).optional(),
  shell: z.literal('bash').optional(),
  env: z.record(z.string(), z.string()).optional(),
  'working-directory': z.string().optional(),
  run: z.string().optional(),
})
type Step = z.infer<typeof Step>

/** What GitHub lets a composite action say, as far as ours does. */
const Action = z.strictObject({
  name: z.string(),
  description: z.string(),
  branding: z.strictObject({ icon: z.string(), color: z.string() }),
  inputs: z.record(
    z.string(),
    z.strictObject({ description: z.string(), default: z.string().optional() }),
  ),
  outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
  runs: z.strictObject({ using: z.literal('composite'), steps: z.array(Step) }),
})

/** The action as its file has it. */
export async function readAction() {
  return Action.parse(parse(await readFile(join(ROOT, 'action.yml'), 'utf8')))
}

/** What the steps of the action leave behind. */
export interface ActionEnd {
  readonly exitCode: number | null
  readonly printed: string
  /** By name, as a workflow would read them. */
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The words that npm was given; none where it was not called. */
  readonly npm: readonly string[]
}

/**
 * Runs the steps of the action that are scripts, in the shell and with the variables that GitHub documents. In npm's
 * place stands what makes this checkout look installed: the version under test is on no registry yet.
 *
 * @param folder the workspace; what belongs to the runner comes into `.runner` in it.
 * @param program what is installed as `connector-contract`.
 */
export async function runAction(
  folder: string,
  inputs: Readonly<Record<string, string>>,
  program = BIN,
): Promise<ActionEnd> {
  const action = await readAction()
  const runner = join(folder, '.runner')
  await mkdir(join(runner, 'bin'), { recursive: true })
  const files = { outputs: join(runner, 'outputs'), summary: join(runner, 'summary') }
  await Promise.all(Object.values(files).map((file) => writeFile(file, '')))
  await writeFile(join(runner, 'bin', 'npm'), FAKE_NPM)
  await chmod(join(runner, 'bin', 'npm'), 0o755)
  const env = {
    PATH: [join(runner, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION_PATH: ROOT,
    GITHUB_OUTPUT: files.outputs,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: runner,
    PROGRAM: program,
  }
  let exitCode: number | null = 0
  let printed = ''
  for (const step of action.runs.steps) {
    if (step.run === undefined || exitCode !== 0) continue
    const end = await runStep(step, { ...defaultsOf(action), ...inputs }, folder, env)
    exitCode = end.exitCode
    printed += end.printed
  }
  const npm = await readFile(join(runner, 'npm'), 'utf8').catch(() => '')
  return {
    exitCode,
    printed,
    outputs: outputsOf(await readFile(files.outputs, 'utf8')),
    summary: await readFile(files.summary, 'utf8'),
    npm: npm.split('\n').filter((word) => word !== ''),
  }
}

function defaultsOf({ inputs }: z.infer<typeof Action>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [name, input.default ?? '']),
  )
}

async function runStep(
  step: Step,
  inputs: Readonly<Record<string, string>>,
  folder: string,
  env: Readonly<Record<string, string>>,
) {
  const filledIn = (value: string) =>
    value.replaceAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name) => inputs[name] ?? '')
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, filledIn(value)])
  // As GitHub documents `shell: bash`, but for the file in which the script would stand.
  const options = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step.run ?? '']
  const child = spawn('bash', options, {
    cwd: join(folder, filledIn(step['working-directory'] ?? '.')),
    env: { ...env, ...Object.fromEntries(own) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await exit, printed: stdout + stderr }
}

/** As GitHub reads its file of outputs. */
function outputsOf(content: string): Readonly<Record<string, string>> {
  const lines = content.split('\n').filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}

const FAKE_NPM = `#!/bin/sh
printf '%s\\n' "$@" > "$RUNNER_TEMP/npm"
folder="$RUNNER_TEMP/connector-contract/node_modules/.bin"
mkdir -p "$folder" && ln -sf "$PROGRAM" "$folder/connector-contract"
`
