import type { Connector, ConnectorFactory } from '../../../../contracts/connector.ts'
import { onEveryFailure, onEverySuccess } from '../../../variants/edit-answers.ts'

type WrongWay = (correct: ConnectorFactory) => ConnectorFactory

const wrapped =
  (edit: (right: Connector) => Partial<Connector>): WrongWay =>
  (correct) =>
  (connection, configuration) => {
    const right = correct(connection, configuration)
    return { ...right, ...edit(right) }
  }

/** What a caller of any method could take for a success. */
const SUCCESS = { success: true, search_id: 'x', status: 'COMPLETED', progress: 100, data: [] }

/** How connectors get an error case wrong. */
export const WRONG_WAYS = {
  'takes whatever comes for a success': wrapped((right) => onEveryFailure(right, () => SUCCESS)),
  'has no code of its own for it': wrapped((right) =>
    onEveryFailure(right, (answer) => ({ ...answer, code: 'mapping_error' })),
  ),
  'lets an exception out': wrapped((right) =>
    onEveryFailure(right, ({ error }) => {
      throw new Error(error)
    }),
  ),
  'gives up on what is right': wrapped((right) =>
    onEverySuccess(right, () => ({
      success: false,
      error: 'too slow',
      code: 'service_unavailable',
    })),
  ),
  'believes every search done': wrapped((right) =>
    onEverySuccess(right, (answer) =>
      'status' in answer ? { ...answer, status: 'COMPLETED', progress: 100 } : answer,
    ),
  ),
  'loses a row of each page': wrapped((right) =>
    onEverySuccess(right, (answer) =>
      Array.isArray(answer.data) ? { ...answer, data: answer.data.slice(1) } : answer,
    ),
  ),
  'hands out more rows than asked for': wrapped((right) =>
    onEverySuccess(right, (answer) =>
      Array.isArray(answer.data) ? { ...answer, data: [...answer.data, ...answer.data] } : answer,
    ),
  ),
  'cuts ids at what has a meaning in a URL': wrapped(({ status, results }) => ({
    status: (id) => status(id.replace(/[/?#%"&].*/s, '')),
    results: (id, ...rest) => results(id.replace(/[/?#%"&].*/s, ''), ...rest),
  })),
} as const satisfies Readonly<Record<string, WrongWay>>

export type WrongWayName = keyof typeof WRONG_WAYS
