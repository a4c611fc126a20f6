import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'metadata as a list of pairs, and null at the end',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      onSuccess(correct.results, (answer) => ({
        ...answer,
        metadata: answer.metadata === undefined ? null : Object.entries(answer.metadata as object),
      }))(id, offset, length, metadata == null ? undefined : placeIn(metadata)),
  }),
})

/** What is no such list is handed on as it is: the correct connector refuses it. */
function placeIn(metadata: unknown): unknown {
  const isPairs = Array.isArray(metadata) && metadata.every((pair) => Array.isArray(pair))
  return isPairs ? Object.fromEntries(metadata) : 'no list'
}
