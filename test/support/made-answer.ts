import type { Outcome } from '../../harness/drivers/driver.ts'
import { type Answer, readAnswer } from '../../harness/kit/answer.ts'

/** The answer of a connector that gave this value. */
export function answerOf(value: unknown, rowKey = 'id'): Answer {
  return { ...answerAfter({ kind: 'answered', value }), rowKey }
}

/** The answer of a connector whose call ended so. */
export function answerAfter(outcome: Outcome): Answer {
  const result = { ...outcome, stdout: '', stderr: '' }
  return {
    method: 'results',
    arguments: ['id', 0, 10],
    result,
    exchanges: [],
    milliseconds: 1,
    spent: { connector: 1, dataSource: 0, harness: 0 },
    reading: readAnswer(result),
    rowKey: 'id',
  }
}
