import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../support/command-line/paths.ts'

/** Whether Node's own `fetch` is loaded once a new process has imported a module. */
function fetchIsLoadedBy(specifier: string): boolean {
  const program = `await import(${JSON.stringify(specifier)})
console.log(process.moduleLoadList.some((name) => name.includes('undici')))`
  const args = ['--input-type=module', '--eval', program]
  return execFileSync(process.execPath, args, { encoding: 'utf8' }).trim() === 'true'
}

describe("Node's own `fetch`, for which every process would wait", () => {
  it('is loaded by whoever imports `node:http`', () => {
    expect(fetchIsLoadedBy('node:http')).toBe(true)
  })

  it.each([
    'mock-datasource/index.ts',
    'harness/cli/verify.ts',
    'harness/run/worker-modules.ts',
    'harness/drivers/open-driver.ts',
  ])('is not by %s', (path) => {
    expect(fetchIsLoadedBy(join(ROOT, path))).toBe(false)
  })
})
