import { expect, test } from 'vitest'
import { dataSourceWords, declaredWords } from '../../../../harness/report/words/run-words.ts'
import { madeReport } from '../../../support/made-report.ts'

test('a data source is named with the beginning of its hash', () => {
  const data_source = { name: 'x', title: 'The X', hash: '0123456789abcdef'.repeat(4) }
  expect(dataSourceWords(madeReport({ data_source }))).toBe('The X (0123456789ab)')
})

test('what somebody declared is shown with who did, and nothing else', () => {
  expect(declaredWords(madeReport())).toBeUndefined()
  const { declarations, declaredBy } = madeReport()
  const report = madeReport({
    declarations: {
      ...declarations,
      result_limit: true,
      errors: { 1: ['unknown'], 2: ['unknown'] },
    },
    declaredBy: { ...declaredBy, result_limit: 'connector', errors: 'configuration file' },
  })
  expect(declaredWords(report)).toBe(
    'result_limit: true (connector), errors: 2 codes (configuration file)',
  )
})
