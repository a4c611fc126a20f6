import { onEveryFailure } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

/** What Python prints of an enum's member where its value was meant. */
export default broken({
  clause: 'ENV-3',
  defect: '`code` as the name of an enum member',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => ({
      ...answer,
      code: `ErrorCode.TRANSMISSION_${answer.code.toUpperCase()}`,
    })),
})
