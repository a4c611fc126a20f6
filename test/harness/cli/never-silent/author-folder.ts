import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, vi } from 'vitest'
import { readReportFile } from '../../../../harness/report/record/read-report-file.ts'
import type { ReportFile } from '../../../../harness/report/record/report-file.ts'
import { type Started, startVerify } from './start-verify.ts'

/** The path of a connector that is in a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url))
}

/** A folder in which runs write their reports; it is taken away after the test. */
export class AuthorFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'connector-contract-'))

  constructor() {
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }))
  }

  /** Starts a small run that writes `report.json`. */
  verify(
    words: readonly string[],
    surroundings: Omit<Parameters<typeof startVerify>[1], 'cwd'> = {},
  ): Started {
    const all = ['--http', '--jobs', '1', '--json', 'report.json', ...words]
    return startVerify(all, { cwd: this.path, ...surroundings })
  }

  /** Settles once a connector has said this: see the fixtures. */
  async said(words: string): Promise<void> {
    await vi.waitFor(() => expect(this.read('said.txt')).toContain(words), { timeout: 60_000 })
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8')
  }

  report(): ReportFile {
    return readReportFile(this.read('report.json'), 'report.json')
  }

  /** The ids of the failures that are kept. */
  kept(): readonly string[] {
    const names = readdirSync(join(this.path, '.connector-contract/failures'))
    return names.map((name) => name.replace('.json', ''))
  }
}

export async function expectNoProcessOf({ processes }: Started): Promise<void> {
  await vi.waitFor(() => expect(processes()).toEqual([]), { timeout: 10_000 })
}
