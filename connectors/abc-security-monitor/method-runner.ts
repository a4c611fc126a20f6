import { AbcConfiguration } from '../../contracts/abc-security-monitor/configuration.ts'
import type { Configuration, Connection } from '../../contracts/connection.ts'
import { failureEnvelope } from '../support/failure-envelope.ts'
import { secretMasker } from '../support/mask-secrets.ts'
import { type OpenHttp, openHttpClient } from '../support/open-http-client.ts'
import { parseSettings, type Settings } from '../support/parse-settings.ts'
import { ApiClient } from './api-client.ts'

/** What one method does with the API: it gives its success envelope, or throws. */
type Method = (api: ApiClient, settings: Settings<AbcConfiguration>) => Promise<unknown>

/**
 * Makes the function that runs a connector's methods: each call has an API client of its own, which is
 * closed before the call ends, and whatever a method throws becomes the failure envelope. Nothing is
 * kept between calls but what a certificate says, so that calls neither touch each other nor depend on the process
 * (LIFE-6, LIFE-7).
 */
export function methodRunner(
  connection: Connection,
  configuration: Configuration,
  open: OpenHttp = openHttpClient,
) {
  return async (method: Method): Promise<unknown> => {
    let mask = (text: string) => text
    try {
      const settings = parseSettings(AbcConfiguration, connection, configuration)
      mask = secretMasker(settings.configuration)
      const api = new ApiClient(open(settings.connection), settings.configuration)
      try {
        return await method(api, settings)
      } finally {
        await api.close()
      }
    } catch (thrown) {
      return failureEnvelope(thrown, mask)
    }
  }
}
