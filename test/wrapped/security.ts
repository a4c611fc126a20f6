import type { Configuration } from '../../contracts/connection.ts'
import { onEveryFailure } from '../variants/edit-answers.ts'
import { type Defect, onMethods, onMethodsSeeing, onRequests } from './support/wrap.ts'

/** What a configuration holds, however it is laid out. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

/** A configuration whose long texts have lost their ends. */
const cutTexts = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.slice(0, 64)
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([name, text]) => [name, cutTexts(text)]))
      : value

export const SECURITY: readonly Defect[] = [
  {
    caughtBy: 'SEC-1',
    defect: 'the credentials in the URL too',
    wrap: onRequests((request, send, configuration) => {
      const secret = encodeURIComponent(textsIn(configuration).join('&'))
      const separator = request.path.includes('?') ? '&' : '?'
      return send({ ...request, path: `${request.path}${separator}as=${secret}` })
    }),
  },
  {
    caughtBy: 'SEC-1 echoed',
    defect: 'whatever the data source sent in the error',
    wrap: onMethodsSeeing((correct, seen) =>
      onEveryFailure(correct, (answer) => ({
        ...answer,
        error: JSON.stringify(seen.at(-1)?.json) ?? answer.error,
      })),
    ),
  },
  {
    caughtBy: 'SEC-1 request given up',
    defect: 'the configuration in the error of a request given up',
    wrap: onMethods((correct, { configuration }) =>
      onEveryFailure(correct, (answer) => ({
        ...answer,
        error: `${answer.error}: ${JSON.stringify(configuration)}`,
      })),
    ),
  },
  {
    caughtBy: 'SEC-2',
    defect: 'a first attempt without credentials',
    wrap: onRequests(async (request, send) => {
      await send({ method: request.method, path: request.path })
      return send(request)
    }),
  },
  {
    caughtBy: 'SEC-2 any characters',
    defect: 'a secret that ends at its 64th character',
    wrap: (correct) => (connection, configuration) =>
      correct.make(connection, cutTexts(configuration) as Configuration),
  },
  {
    caughtBy: 'SEC-3',
    defect: 'an id cut where a path would end',
    wrap: onMethods((correct) => ({
      status: (id) => correct.status(id.split(/[/?#]/)[0] ?? ''),
    })),
  },
  {
    caughtBy: 'SEC-4',
    defect: 'an answer taken out of the lines of a message',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, (answer) =>
        answer.error.includes('success') ? { success: true } : answer,
      ),
    ),
  },
]
