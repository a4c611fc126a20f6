import * as z from 'zod'
import { ConnectorFailure } from '../../../connectors/support/connector-failure.ts'
import { failureEnvelope } from '../../../connectors/support/failure-envelope.ts'
import { secretMasker } from '../../../connectors/support/mask-secrets.ts'
import { Connection } from '../../../contracts/connection.ts'
import { LedgerClient, type OpenHttp } from './client.ts'

const Settings = z.object({
  connection: Connection,
  configuration: z.looseObject({
    login: z.looseObject({ client: z.string().min(1), secret: z.string().min(1) }),
  }),
})

type Method = (api: LedgerClient, connection: Connection) => Promise<object>

/**
 * Runs the methods of a connector: each call has a client of its own, which logs in and is closed with it, and
 * whatever is thrown becomes the failure envelope without the secrets in it.
 */
export function runWith(open: OpenHttp, connection: unknown, configuration: unknown) {
  return async (method: Method): Promise<unknown> => {
    let secrets: readonly string[] = []
    try {
      const settings = parse({ connection, configuration })
      const { login } = settings.configuration
      const api = new LedgerClient(open(settings.connection), login)
      try {
        return { success: true, ...(await method(api, settings.connection)) }
      } finally {
        secrets = api.secrets
        await api.close()
      }
    } catch (thrown) {
      return failureEnvelope(thrown, masked(secrets))
    }
  }
}

function masked([secret, bearer]: readonly string[]): (text: string) => string {
  if (secret === undefined) return (text) => text
  return secretMasker({ auth: { username: '', password: secret, bearer } })
}

function parse(value: unknown): z.infer<typeof Settings> {
  const parsed = Settings.safeParse(value)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map(({ path }) => path.join('.')).join(', ')
  throw new ConnectorFailure('invalid_parameter', `not valid: ${where}`)
}
