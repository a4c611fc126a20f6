import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const pathTo = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const VITEST = pathTo('../../../node_modules/vitest/vitest.mjs')

/** Runs the fixtures as the tests of this project are run, but for which files are tests. */
async function runFixtures(): Promise<{ code: number | null; output: string }> {
  const child = spawn(
    process.execPath,
    [VITEST, 'run', '--config', pathTo('./fixtures/vitest.config.ts')],
    { cwd: pathTo('../../../'), env: { ...process.env, NODE_OPTIONS: '' } },
  )
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await ended, output: output + errors }
}

it('a response that is not as documented fails its test file, also one of a process that a test starts', async () => {
  const { code, output } = await runFixtures()
  expect(code).toBe(1)
  expect(output).toMatch(/FAIL.*drifting-here\.drift\.ts/)
  expect(output).toMatch(/FAIL.*drifting-in-a-process\.drift\.ts/)
  expect(output).not.toMatch(/FAIL.*as-documented\.drift\.ts/)
  // The same in both, and vitest prints it once.
  expect(output).toContain("1 of the mock's responses are not as its document says")
  expect(output).toContain('GET /api/v1/ping answered 200: the body/success must be boolean')
})
