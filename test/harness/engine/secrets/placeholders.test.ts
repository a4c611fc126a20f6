import { describe, expect, it } from 'vitest'
import { Placeholders, placeholdersLeft } from '../../../../harness/engine/secrets/placeholders.ts'

const SECRETS = [
  { name: 'env.API_KEY', value: 'a "key" & 1', isNamed: true },
  { name: 'configuration.auth.other', value: 'a "key" & 1 + more', isNamed: true },
]
const placeholders = new Placeholders(SECRETS)
const base64 = (text: string) => Buffer.from(text).toString('base64')

describe('placeholders of secrets', () => {
  it('stand where a secret stood, in whichever of its usual forms, and give it back', () => {
    const [key = '', other = ''] = SECRETS.map(({ value }) => value)
    const value = {
      list: [key, `x=${encodeURIComponent(other)}&y=${base64(key)}`, 7, null],
      json: JSON.stringify({ key }),
    }
    const kept = placeholders.putIn(value)
    expect(JSON.stringify(kept)).not.toMatch(/a (?:\\\\*")key|%22key|YSAia2V5/)
    expect(kept.list[0]).toBe('{{secret env.API_KEY, plain}}')
    expect(placeholders.fillIn(kept)).toEqual(value)
    expect(placeholdersLeft(placeholders.fillIn(kept))).toEqual([])
  })

  it('are asked for by name where the secret is not given again', () => {
    const kept = placeholders.putIn([SECRETS[0]?.value])
    expect(placeholdersLeft(new Placeholders().fillIn(kept))).toEqual(['env.API_KEY'])
  })

  it('leave masked what they cannot bring back', () => {
    const hex = Buffer.from('a "key" & 1').toString('hex')
    expect(placeholders.putIn([hex, 'a "key" &'])).toEqual(['<env.API_KEY>', '<env.API_KEY>'])
  })

  it('leave everything else as it is', () => {
    const value = { a: ['{{secret}}', '{{password, plain}}', 1, true, null] }
    expect(placeholders.putIn(value)).toEqual(value)
    expect(placeholders.fillIn(value)).toEqual(value)
  })
})
