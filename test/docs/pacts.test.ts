import { spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { ABC_PROVIDER_STATES } from '../../contracts/abc-security-monitor/provider-states.ts'
import { startMockDataSource } from '../../mock-datasource/index.ts'
import { BIN } from '../support/command-line/paths.ts'
import { watchingVariables } from '../support/conformance/watched-processes.ts'
import type { Ended } from '../support/run-program.ts'
import { startBroker } from './pacts/broker.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PAGE = await readFile(join(ROOT, 'docs/pacts.md'), 'utf8')

/** Its one command that asks a registry, and the one that would be a whole run, with what makes it a short one. */
const INSTALLS = 'npm install'
const SHORTENED = [
  '--record-pact',
  '--only MODE,LIFE-1,LIFE-5 --http --no-store --jobs 1 --record-pact',
]

describe('docs/pacts.md', { timeout: 120_000 }, () => {
  let folder: string
  const shell = (code: string, env: Readonly<Record<string, string>> = {}) =>
    runShell(folder, code.replace(...(SHORTENED as [string, string])), env)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'connector-contract-docs-'))
    await cp(join(ROOT, 'contracts/pacts'), join(folder, 'contracts/pacts'), { recursive: true })
    const reference = join(ROOT, 'connectors/abc-security-monitor/index.ts')
    const connector = `export { default, declarations } from ${JSON.stringify(reference)}\n`
    await writeFile(join(folder, 'my-connector.ts'), connector)
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    await installShim(folder)
    return () => rm(folder, { recursive: true, force: true })
  })

  it('verifies the mock against the pacts', async () => {
    const { exitCode, stdout } = await shell(blockUnder('Verify the mock'))
    expect(stdout.match(/\d+ interactions: \d+ held\./g)).toHaveLength(2)
    expect(exitCode).toBe(0)
  })

  it('verifies a deployment', async () => {
    const deployment = await startMockDataSource()
    await writeFile(join(folder, 'cert.pem'), deployment.certificate ?? '')
    const { username = '', password = '' } = deployment.account.credentials
    const code = blockUnder('Verify a deployment').replace('=ann', `=${username}`)
    const { exitCode, stdout } = await shell(code, { url: deployment.url, ABC_PASSWORD: password })
    await deployment.close()
    expect(stdout).toMatch(/✓ a ping/)
    expect(stdout).not.toContain(password)
    expect(exitCode).toBe(0)
  })

  it('records what a connector asks, which the mock keeps, and tells of no change', async () => {
    const recorded = await shell(blockUnder('Record what a connector asks'))
    expect(recorded).toMatchObject({ exitCode: 0 })
    expect(await shell(blockUnder('Record what a connector asks', 1))).toMatchObject({
      exitCode: 0,
    })
    await cp(join(folder, 'footprint.json'), join(folder, 'old-footprint.json'))
    const { exitCode, stdout } = await shell(blockUnder('Ask for review when it changes'))
    expect(stdout).toBe('Nothing changed in what is asked of the data source.\n')
    expect(exitCode).toBe(0)
  })

  it('says what changed, with exit code 1', async () => {
    const old = await readFile(join(folder, 'footprint.json'), 'utf8')
    const renamed = old.replaceAll('"limit": [', '"page_size": [')
    await writeFile(join(folder, 'old-footprint.json'), renamed)
    const { exitCode, stdout } = await shell(blockUnder('Ask for review when it changes'))
    expect(stdout).toContain('  the parameter page_size is now limit\n')
    expect(exitCode).toBe(1)
  })

  it('publishes a recorded pact to a broker, and asks it whether to deploy', async () => {
    const broker = await startBroker()
    const { exitCode, stdout, stderr } = await shell(blockUnder('Publish to a broker'), {
      broker: broker.url,
      version: '1.4.2',
    })
    await broker.close()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.any(String) })
    expect(stdout).toContain('Computer says yes')
    const published = broker.requests.find(({ path }) => path === '/contracts/publish')
    expect(published?.body).toMatchObject({
      pacticipantVersionNumber: '1.4.2',
      branch: 'main',
      contracts: [{ providerName: 'ABC Security Monitor', specification: 'pact' }],
    })
    const { contracts } = (published?.body ?? {}) as { contracts?: { content: string }[] }
    const content = JSON.parse(Buffer.from(contracts?.[0]?.content ?? '', 'base64').toString())
    const footprint = JSON.parse(await readFile(join(folder, 'footprint.json'), 'utf8'))
    expect(content.interactions).toEqual(footprint.interactions)
    const asked = broker.requests.find(({ path }) => path === '/matrix')
    expect(asked?.query.get('environment')).toBe('production')
    expect(asked?.query.get('q[][pacticipant]')).toBe('my-connector')
  })

  it('has no other command but one that asks a registry', () => {
    const others = blocks().filter(({ code }) => code.includes(INSTALLS))
    expect(others).toHaveLength(1)
    expect(blocks()).toHaveLength(7)
  })

  it('lists every state with its parameters', () => {
    for (const [name, { shape }] of Object.entries(ABC_PROVIDER_STATES)) {
      const row = PAGE.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? ''
      const named = [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, each]) => each)
      expect([name, ...named.sort()]).toEqual([name, ...Object.keys(shape).sort()])
    }
  })
})

/** The commands of the page, each with the heading that it stands under. */
function blocks(): readonly { heading: string; code: string }[] {
  return PAGE.split(/^## /m).flatMap((section) => {
    const heading = section.split('\n')[0] ?? ''
    return [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, code = '']) => ({ heading, code }))
  })
}

function blockUnder(heading: string, index = 0): string {
  const found = blocks().filter((block) => block.heading === heading)[index]
  if (found === undefined) throw new Error(`no commands under "${heading}"`)
  return found.code
}

/** In place of npx, which would ask a registry from outside of a project: the same programs, from here. */
async function installShim(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'))
  const shim = join(folder, 'bin', 'npx')
  await writeFile(
    shim,
    `#!/bin/sh
program=$1
shift
case $program in
  connector-contract) exec node '${BIN}' "$@" ;;
  *) exec '${ROOT}node_modules/.bin/'"$program" "$@" ;;
esac
`,
  )
  await chmod(shim, 0o755)
}

async function runShell(
  folder: string,
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
  const child = spawn('sh', ['-eu', '-c', code], {
    cwd: folder,
    env: { ...watchingVariables(), PATH: path, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { exitCode: await closed, stdout, stderr }
}
