import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readReportFile } from '../../harness/report/record/read-report-file.ts'
import { RECORD, SAMPLES, sampleFiles } from '../../scripts/samples/sample-files.ts'

it('the samples are what each form makes of their record; else run `node scripts/write-samples.ts --render`', () => {
  const report = readReportFile(readFileSync(RECORD, 'utf8'), RECORD)
  const made = sampleFiles(report)
  for (const [path, text] of Object.entries(made)) {
    // The page is long: a difference of it is no help.
    expect(readFileSync(path, 'utf8') === text, path).toBe(true)
  }
  // What a folder in there holds has a test of its own.
  expect(
    readdirSync(SAMPLES, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => `${SAMPLES}${name}`)
      .sort(),
  ).toEqual(Object.keys(made).sort())
})
