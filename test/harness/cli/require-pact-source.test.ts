import { expect, it } from 'vitest'
import { requirePactSource } from '../../../harness/cli/require-pact-source.ts'
import { UsageError } from '../../../harness/errors.ts'
import { plannedAbc } from '../../support/abc-source.ts'

it('takes the data source that pacts are of', async () => {
  await expect(requirePactSource(plannedAbc)).resolves.toBeUndefined()
})

it('refuses others', async () => {
  const other = requirePactSource({ ...plannedAbc, name: 'ledger-watch', title: 'Ledger Watch' })
  await expect(other).rejects.toThrow(UsageError)
  await expect(other).rejects.toThrow(
    'pacts are of ABC Security Monitor alone; this connector talks to Ledger Watch',
  )
})
