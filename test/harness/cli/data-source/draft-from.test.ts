import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { draftFrom } from '../../../../harness/cli/data-source/draft-from.ts'
import { PLACES } from '../../../../harness/cli/data-source/draft-text.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { describedSource, readDescription } from '../../../../mock-datasource/descriptions.ts'

let folder = ''
beforeEach(() => {
  const former = process.cwd()
  folder = mkdtempSync(join(tmpdir(), 'draft-'))
  process.chdir(folder)
  onTestFinished(() => {
    process.chdir(former)
    rmSync(folder, { recursive: true })
  })
})

/** A module's folder whose configuration is this. */
function module(connection: object, auth: object): string {
  const path = join(folder, 'module')
  mkdirSync(join(path, 'configuration'), { recursive: true })
  const type = { displayName: 'Tide "Gate": #1', group: 'tide' }
  const config = { connection: { type, help: {}, ...connection }, configuration: { auth } }
  writeFileSync(join(path, 'configuration/config.json'), JSON.stringify(config))
  return path
}

const text = { type: 'text' }
const secret = { type: 'password' }

function drafted(connection: object, auth: object) {
  draftFrom('tide_gate', module(connection, auth))
  const read = readDescription(readFileSync('tide-gate.yaml', 'utf8'))
  return 'value' in read ? read.value : expect.unreachable(read.problem)
}

describe('data-source new', () => {
  it('fills in what the module is given', () => {
    const connection = {
      host: text,
      port: { type: 'number' },
      selfSignedCert: secret,
      region: text,
    }
    const auth = { type: 'fields', username: secret, password: secret, tenant: secret }
    expect(drafted(connection, auth)).toMatchObject({
      ...{ version: 1, name: 'tide-gate', title: 'Tide "Gate": #1' },
      connection: {
        ...{ takes: ['host', 'port', 'selfSignedCert', 'options'], more: { region: 'region' } },
      },
      credentials: {
        auth: { username: '{{username}}', password: '{{password}}', tenant: 'tenant' },
      },
    })
  })

  it('knows a module that takes no certificate, and one that takes no port either', () => {
    expect(drafted({ host: text }, { api_token: secret })).toMatchObject({
      connection: { takes: ['host', 'options'], port_in_host: true, ca_by_env: 'SSL_CERT_FILE' },
      credentials: { auth: { api_token: '{{token}}' } },
    })
  })

  it('leaves out credentials that can be left out', () => {
    const auth = {
      client_id: secret,
      client_secret: secret,
      access_token: { ...secret, optional: true },
    }
    expect(drafted({ host: text, port: text }, auth)).toMatchObject({
      credentials: { auth: { client_id: '{{username}}', client_secret: '{{token}}' } },
    })
  })

  it('leaves open exactly the places that it says are to be filled in', () => {
    const source = describedSource(drafted({ host: text, port: text }, { token: secret }))
    const mistakes = 'mistakes' in source ? source.mistakes : []
    expect(mistakes.map(({ place }) => place)).toEqual(PLACES.map(({ place }) => place))
  })

  it('becomes a description once its comments are taken away', () => {
    draftFrom('tide-gate', module({ host: text, port: text }, { token: secret }))
    const whole = readFileSync('tide-gate.yaml', 'utf8').replaceAll(/^# (?!FILL|What)/gm, '')
    const read = readDescription(whole)
    const source = 'value' in read ? describedSource(read.value) : expect.unreachable(read.problem)
    // The codes are the API's own.
    const mistakes = 'mistakes' in source ? source.mistakes : []
    expect(mistakes.filter(({ place }) => !place.startsWith('errors.roles'))).toEqual([])
  })

  it.each([
    ['tide-gate', 'is there already'],
    ['qradar', 'built in'],
    ['../tide', 'lower-case letters'],
  ])('never overwrites, and takes no name that cannot be one: %s', (name, why) => {
    const path = module({ host: text }, { token: secret })
    writeFileSync('tide-gate.yaml', 'mine')
    const refused = () => draftFrom(name, path)
    expect(refused).toThrow(UsageError)
    try {
      refused()
    } catch (error) {
      const { message, hint } = error as UsageError
      expect(`${message} ${hint}`).toContain(why)
    }
    expect(readFileSync('tide-gate.yaml', 'utf8')).toBe('mine')
  })

  it('says where there is no module', () => {
    expect(() => draftFrom('tide-gate', folder)).toThrow('no configuration/config.json')
  })
})
