import * as z from 'zod'
import { ReportFile } from '../../harness/report/record/report-file.ts'

/** The JSON Schema of what `verify --json` writes. */
export function reportSchema(): unknown {
  return {
    ...z.toJSONSchema(ReportFile, { io: 'input' }),
    title: 'connector-contract.report',
    description:
      'What connector-contract verify --json writes. A report without its member closing is cut short.',
  }
}
