import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { SCENARIOS } from '../../../harness/drift/scenarios/index.ts'
import { MAIN } from '../../support/command-line/paths.ts'
import { startedMock } from './support/compared.ts'

const PAGE = fileURLToPath(new URL('../../../docs/drift.md', import.meta.url))

it('docs/drift.md: its last command runs as written, in a shell', async () => {
  const mock = await startedMock({
    scheme: 'https',
    faults: [{ kind: 'api-error', code: 1010, operation: 'delete' }],
  })
  const folder = await mkdtemp(join(tmpdir(), 'drift-docs-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'cert.pem'), mock.certificate ?? '')
  const page = await readFile(PAGE, 'utf8')
  const blocks = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block ?? '')
  const tool = `npx() { shift; "$NODE" "$MAIN" "$@"; }\nnode() { "$NODE" "$@"; }\n`
  const { stdout } = await promisify(execFile)('sh', ['-c', tool + blocks.at(-1)], {
    cwd: folder,
    env: {
      NODE: process.execPath,
      MAIN,
      url: mock.url,
      ABC_USERNAME: mock.account.credentials['username'],
      ABC_PASSWORD: mock.account.credentials['password'],
    },
  })
  expect(stdout).toContain('\nsearch-life: delete: HTTP status\n')
})

it('docs/drift.md names files that there are', async () => {
  const page = await readFile(PAGE, 'utf8')
  const root = new URL('../../../', import.meta.url)
  const files = [...page.matchAll(/`((?:harness|test)\/[\w/.-]+\.ts)`/g)].map(([, path]) => path)
  expect(files.length).toBeGreaterThan(2)
  for (const path of files) await readFile(new URL(path ?? '', root))
  expect(SCENARIOS.map(({ name }) => `${name}.ts`)).toContain('unknown-search.ts')
})
