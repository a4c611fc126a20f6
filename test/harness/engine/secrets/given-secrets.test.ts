import { describe, expect, it } from 'vitest'
import { givenSecrets, tooShort } from '../../../../harness/engine/secrets/given-secrets.ts'

const names = (secrets: ReturnType<typeof givenSecrets>) => secrets.map(({ name }) => name)

describe('what a user gives', () => {
  it('is secret where its name says so, in the connection and among variables', () => {
    const passed = {
      connection: {
        options: { api_key: 'one-1', clientSecret: 'two-2', region: 'eu-west', sort_key: 'time-a' },
        token_url: 'https://idp',
        auth: { user: 'three-3', pin: 4_444 },
      },
    }
    const environment = { API_TOKEN: 'four-4', MY_PASSPHRASE: 'five-5', HOME: '/home/me' }
    expect(names(givenSecrets({ passed, environment }))).toEqual([
      ...['connection.options.api_key', 'connection.options.clientSecret'],
      ...['connection.auth.user', 'connection.auth.pin', 'env.API_TOKEN', 'env.MY_PASSPHRASE'],
    ])
  })

  it('may be secret wherever it is in the configuration, but for what stands for credentials', () => {
    const configuration = { auth: { user: '{{username}}', extra: 'x {{token}} y' }, index: 'logs' }
    expect(givenSecrets({ passed: { configuration } })).toEqual([
      { name: 'configuration.auth.extra', value: 'x  y', isNamed: true },
      { name: 'configuration.index', value: 'logs', isNamed: false },
    ])
  })

  it('is secret where it is marked, by its name or its path', () => {
    const passed = { connection: { options: { region: 'eu-west', zone: 'a-zone' } } }
    const environment = { REGION: 'us-east' }
    const marked = ['options.region', 'REGION']
    const secrets = givenSecrets({ passed, environment, marked })
    expect(names(secrets)).toEqual(['connection.options.region', 'env.REGION'])
  })

  it('is secret where what it is part of is marked, a number too', () => {
    const connection = { options: { site: { code: 12_345, name: 'north' }, port: 8_089 } }
    const secrets = givenSecrets({ passed: { connection }, marked: ['options.site'] })
    expect(secrets.map(({ value }) => value)).toEqual(['12345', 'north'])
  })

  it('is told of where it is too short to be masked', () => {
    const secrets = givenSecrets({ environment: { PIN: '123', TOKEN: '1234' } })
    expect(names(tooShort(secrets))).toEqual(['env.PIN'])
  })
})
