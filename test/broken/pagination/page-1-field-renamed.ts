import { onSuccess } from '../../variants/edit-answers.ts'
import { broken } from '../support/broken.ts'

export default broken({
  clause: 'PAGE-1',
  aspect: 'fields',
  defect: 'a field under another name',
  connector: (correct) => ({
    results: onSuccess(correct.results, (answer) => ({
      ...answer,
      data: answer.data.map((row) => {
        const { ipaddress, ...others } = row
        return { ...others, src_ip: ipaddress }
      }),
    })),
  }),
})
