import { expect, it } from 'vitest'
import { requireReports, wantedReport } from '../../../harness/cli/report-option.ts'
import { UsageError } from '../../../harness/errors.ts'

it('a form and a file are taken, one after the other', () => {
  const wanted = wantedReport('sarif=b=c.sarif', wantedReport('junit=a.xml'))
  expect(wanted.map(({ form, path }) => [form, path])).toEqual([
    ['junit', 'a.xml'],
    ['sarif', 'b=c.sarif'],
  ])
})

it('two forms cannot be one file', async () => {
  const wanted = wantedReport('sarif=a', wantedReport('junit=a'))
  await expect(requireReports(wanted)).rejects.toThrow(UsageError)
  await expect(requireReports(wanted)).rejects.toThrow(
    '--report junit=a and --report sarif=a would be one file',
  )
})

it.each(['junit', 'junit=', '=a.xml', 'toString=a.xml'])('%s is none', (text) => {
  expect(() => wantedReport(text)).toThrow(/It must be a form|There is no form/)
})
