import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'ENV-5',
  defect: 'file hashes as bytes',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) => ({
        ...row,
        filehash: Buffer.from(String(row['filehash'] ?? ''), 'hex'),
      })),
    })),
  }),
})
