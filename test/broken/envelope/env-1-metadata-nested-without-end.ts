import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

const LEVELS = 200_000

function nested(): unknown {
  let value: unknown[] = []
  for (let level = 1; level < LEVELS; level += 1) value = [value]
  return value
}

export default broken({
  clause: 'ENV-1',
  defect: 'metadata nested so deep that nothing can write it',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) =>
      answer.metadata === undefined ? answer : { ...answer, metadata: nested() },
    ),
  }),
})
