import { ABC_BASE_PATH } from '../../../contracts/abc-security-monitor/api.ts'
import { ProviderError, UsageError } from '../../errors.ts'
import type { ProviderClient } from './provider-client.ts'

/**
 * Sees that a provider answers at its address and takes the credentials, before anything is verified.
 *
 * @throws ProviderError where it does not answer; UsageError where it wants to be asked otherwise
 */
export async function reachProvider(
  client: ProviderClient,
  baseUrl: string,
  authorization: string,
): Promise<void> {
  const path = `${ABC_BASE_PATH}/ping`
  const { status, location } = await client.send({ method: 'GET', path, authorization })
  if (status >= 300 && status < 400) {
    throw new UsageError(
      `${baseUrl} redirects to ${location ?? 'an address that it does not name'}`,
      {
        hint: 'Give --url the address at which the API itself answers.',
      },
    )
  }
  if (status === 401 || status === 403) {
    throw new UsageError(`${baseUrl} does not take these credentials (HTTP ${status})`, {
      hint: 'Give --username, and the password in ABC_PASSWORD or by --password.',
    })
  }
  if (status !== 200) {
    throw new ProviderError(`${baseUrl} answers ${path} with HTTP ${status}`, {
      hint: `Is it the API of ABC Security Monitor that answers there?`,
    })
  }
}
