import { secretsOf } from '../../../contracts/data-source/secrets-of.ts'
import type { Asker } from './asker.ts'
import type { Finding } from './finding.ts'
import { wrongCredentials } from './wrong-credentials.ts'

/** Looks whether each wrong member is refused, and whether nothing secret is left in what the mock keeps. */
export async function* tryCredentials(asker: Asker): AsyncGenerator<Finding> {
  const { source, mock } = asker
  const { client, methods, modes } = source
  const operation = client.logIn ?? methods[modes[0]]?.ping ?? ''
  for (const { member, credentials } of wrongCredentials(asker)) {
    const { response } = await asker.ask(operation, { credentials })
    const isRefused = response !== undefined && source.reads.errorCode(response) !== undefined
    yield {
      ...{ about: 'credentials', name: `a wrong ${member}`, seen: `HTTP ${response?.status}` },
      ...(isRefused ? {} : { problem: 'is not refused', exchange: asker.latest() }),
    }
  }
  const { credentials } = mock.account
  const key = await asker.sessionKeyFor(credentials)
  await asker.ask(methods[modes[0]]?.ping ?? '')
  const secrets = [
    ...secretsOf(source.credentials, credentials),
    ...(key === undefined ? [] : [{ name: 'session key', value: key }]),
  ]
  const kept = JSON.stringify(mock.control.journal.entries())
  for (const { name, value } of secrets) {
    const forms = [value, encodeURIComponent(value), Buffer.from(value).toString('base64')]
    const isKept = forms.some((form) => kept.includes(form))
    yield {
      ...{ about: 'credentials', name: `the ${name}`, seen: 'masked in the journal' },
      ...(isKept && { problem: 'stands in the journal' }),
    }
  }
}
