import { onEveryFailure, onEverySuccess } from '../variants/edit-answers.ts'
import { variantOf } from '../variants/variant.ts'
import { odd } from './support/odd.ts'

const OWN = { connector: 'abc', took: { ms: 3 }, warnings: [], Success: true, message: 'done' }

const successes = variantOf((correct) =>
  onEverySuccess(correct, (answer) => ({ ...OWN, ...answer })),
)

export default odd({
  oddity: 'keys of its own in every answer',
  base: successes,
  connector: (connector) => onEveryFailure(connector, (answer) => ({ ...OWN, ...answer })),
})
