import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'metadata as one opaque text',
  connector: (correct) => ({
    results: (id, offset, length, metadata) =>
      onSuccess(correct.results, (answer) =>
        answer.metadata === undefined ? answer : { ...answer, metadata: seal(answer.metadata) },
      )(id, offset, length, metadata == null ? undefined : unseal(metadata)),
  }),
})

function seal(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64')
}

/** What was damaged on the way is handed on as it is: the correct connector refuses it. */
function unseal(metadata: unknown): unknown {
  try {
    const text = Buffer.from(String(metadata), 'base64').toString()
    return seal(JSON.parse(text)) === metadata ? JSON.parse(text) : 'damaged'
  } catch {
    return 'damaged'
  }
}
