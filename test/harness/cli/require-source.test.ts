import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { requirePactSource, requireUsualSource } from '../../../harness/cli/require-source.ts'
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

it('refuses one that an option or the configuration file alone names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'require-source-'))
  const former = process.cwd()
  process.chdir(folder)
  onTestFinished(() => {
    process.chdir(former)
    rmSync(folder, { recursive: true })
  })
  await expect(requireUsualSource({}, 'drift')).resolves.toBeUndefined()
  await expect(requireUsualSource({ dataSource: 'abc' }, 'drift')).resolves.toBeUndefined()
  await expect(requireUsualSource({ dataSource: 'qradar' }, 'drift compares')).rejects.toThrow(
    'drift compares of ABC Security Monitor alone; --data-source names IBM QRadar',
  )
  writeFileSync(join(folder, 'connector-contract.config.yaml'), 'data_source: qradar')
  await expect(requireUsualSource({}, 'drift compares')).rejects.toThrow(
    'data_source: of the configuration file names IBM QRadar',
  )
})
