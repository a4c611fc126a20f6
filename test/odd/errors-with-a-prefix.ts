import { onEveryFailure } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'the name of the connector in front of every error',
  connector: (correct) =>
    onEveryFailure(correct, (answer) => ({
      ...answer,
      error: `abc connector error => ${answer.error}`,
    })),
})
