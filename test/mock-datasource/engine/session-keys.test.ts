import { describe, expect, it } from 'vitest'
import type { NamedSecret } from '../../../contracts/data-source/secret.ts'
import { sessionKeys } from '../../../mock-datasource/engine/session-keys.ts'
import { type Account, defaultSettings } from '../../../mock-datasource/engine/settings.ts'

const MEMBERS = {
  client: { kind: 'name', usual: 'ann' },
  secret: { kind: 'password', usual: 'p-' },
} as const
const account = (client: string): Account => ({
  credentials: { client, secret: 's' },
  permitted: true,
})

function keysOf(accounts: Account[], seed = 1) {
  const issued: NamedSecret[] = []
  const settings = { ...defaultSettings({ members: MEMBERS }, seed), accounts }
  const store = { settings, issued: (secret: NamedSecret) => void issued.push(secret) }
  return { keys: sessionKeys(store, { name: 'bearer', prefix: 'k1.' }), issued }
}

describe('session keys', () => {
  const [ann, bob] = [account('ann'), account('bob')]

  it('say whose they are, and are nobody else’s', () => {
    const { keys } = keysOf([ann, bob])
    expect(keys.accountOf(keys.issueTo(ann))).toBe(ann)
    expect(keys.accountOf(keys.issueTo(bob))).toBe(bob)
    const key = keys.issueTo(ann)
    for (const other of ['', 'k1.', key.slice(0, -1), `${key}x`, key.toUpperCase()]) {
      expect(keys.accountOf(other)).toBeUndefined()
    }
  })

  it('are told to whoever masks secrets, when they are given out', () => {
    const { keys, issued } = keysOf([ann])
    const key = keys.issueTo(ann)
    expect(key).toMatch(/^k1\.[\w-]{43}$/)
    expect(issued).toEqual([{ name: 'bearer', value: key }])
  })

  it('depend on the seed and the account, so that another mock with these knows them', () => {
    const key = keysOf([ann]).keys.issueTo(ann)
    expect(keysOf([bob, ann]).keys.accountOf(key)).toBe(ann)
    expect(keysOf([ann], 2).keys.accountOf(key)).toBeUndefined()
    expect(keysOf([bob]).keys.accountOf(key)).toBeUndefined()
  })
})
