import { expect, test } from 'vitest'
import type { CredentialMember } from '../../../../contracts/data-source/credentials.ts'
import { loadDataSource } from '../../../../harness/data-source/load-data-source.ts'
import { marksOf } from '../../../../harness/engine/secrets/marks-of.ts'

test('a data source marks what it names, and wherever a secret of its own stands', async () => {
  const { definition } = await loadDataSource()
  const member = (kind: CredentialMember['kind']) => ({ kind, usual: 'x' })
  const source = {
    given: {
      ...definition.given,
      secrets: ['options.region', 'SITE'],
      configuration: {
        who: { id: '{{username}}', proof: 'Basic {{password}}' },
        at: ['{{token}}'],
      },
    },
    credentials: {
      ...definition.credentials,
      members: { username: member('name'), password: member('password'), token: member('token') },
    },
  }
  expect(marksOf(source)).toEqual(['options.region', 'SITE', 'who.proof', 'at.0'])
})
