import type { Connection } from '../../contracts/connection.ts'
import { type AnswerHead, hasHeader, headerOf, withHeads } from '../variants/answer-heads.ts'
import { onEveryFailure } from '../variants/edit-answers.ts'
import { type Defect, onConnection, onMethods, onRequests } from './support/wrap.ts'

const withTimeout = (change: (seconds: number) => number) =>
  onConnection((connection: Connection) => {
    const { options = {} } = connection
    return { ...connection, options: { ...options, timeout: change(options.timeout ?? 30) } }
  })

const unavailableAsUnknown = onMethods((correct) =>
  onEveryFailure(correct, (answer) =>
    answer.code === 'service_unavailable' ? { ...answer, code: 'unknown' } : answer,
  ),
)

/** What is wrong is how the heads of answers are read: of those connectors whose requests are shown. */
const onResultsWithHeads =
  (edit: (answer: unknown, heads: readonly AnswerHead[]) => unknown): Defect['wrap'] =>
  (correct) =>
    correct.over &&
    onMethods(({ results }, { connection }) => ({
      async results(...args) {
        const { value, heads } = await withHeads(connection, () => results(...args))
        return edit(value, heads)
      },
    }))(correct)

export const TRANSPORT: readonly Defect[] = [
  {
    caughtBy: 'NET-1',
    defect: 'an unknown error where nobody is there',
    wrap: unavailableAsUnknown,
  },
  {
    caughtBy: 'NET-2',
    defect: 'success where the connection was cut',
    wrap: onMethods((correct) =>
      onEveryFailure(correct, () => ({
        success: true,
        search_id: 'x',
        status: 'COMPLETED',
        progress: 100,
        data: [],
      })),
    ),
  },
  {
    caughtBy: 'NET-3',
    defect: 'eight times the patience that was set',
    wrap: withTimeout((seconds) => 8 * seconds),
  },
  {
    caughtBy: 'NET-3 slow answer',
    defect: 'a twentieth of the patience that was set',
    wrap: withTimeout((seconds) => seconds / 20),
  },
  {
    caughtBy: 'NET-3 code',
    defect: 'an unknown error where nobody answers',
    wrap: unavailableAsUnknown,
  },
  {
    caughtBy: 'NET-4',
    defect: 'the certificate that the connection names not trusted',
    wrap: (correct) =>
      correct.source.given.connection.includes('selfSignedCert')
        ? onConnection(({ selfSignedCert: _, ...connection }) => connection)(correct)
        : undefined,
  },
  {
    caughtBy: 'NET-5',
    defect: 'ten attempts at once',
    wrap: onRequests(async (request, send) => {
      let answer = await send(request)
      for (let turn = 1; turn < 10 && [429, 503].includes(answer.status); turn += 1) {
        answer = await send(request)
      }
      return answer
    }),
  },
  {
    caughtBy: 'NET-5 odd values',
    defect: 'an exception where `Retry-After` is no number of seconds',
    wrap: onResultsWithHeads((answer, heads) => {
      for (const head of heads) BigInt(headerOf(head, 'retry-after') ?? 0)
      return answer
    }),
  },
  {
    caughtBy: 'NET-6',
    defect: 'a failure where an answer comes in chunks',
    wrap: onResultsWithHeads((answer, heads) => {
      const inChunks = heads.some((head) => hasHeader(head, /^transfer-encoding$/i))
      return inChunks ? { success: false, error: 'no length', code: 'unknown' } : answer
    }),
  },
  {
    caughtBy: 'NET-7',
    defect: 'a host that is a name or has colons refused',
    wrap: onConnection(({ host, ...connection }) => ({
      ...connection,
      host: /^[\d.]+(:\d+)?$/.test(host) ? host : 'connector-contract.invalid',
    })),
  },
]
