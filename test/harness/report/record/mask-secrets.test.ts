import { describe, expect, it } from 'vitest'
import { givenSecrets } from '../../../../harness/engine/secrets/given-secrets.ts'
import { accountOf } from '../../../../harness/engine/session/credentials.ts'
import { FORMS, type FormName, inForm } from '../../../../harness/report/forms.ts'
import { maskSecrets } from '../../../../harness/report/record/mask-secrets.ts'
import { reportFile } from '../../../../harness/report/record/report-file.ts'
import { terminalReport } from '../../../../harness/report/terminal/terminal.ts'
import { brokenPath } from '../../../broken/support/broken-files.ts'
import { abcSource } from '../../../support/abc-source.ts'
import { realReport } from '../../../support/real-report.ts'

/** What a user passes with every configuration. */
const SECRET = 'kR7"q/é+8 vT'
const PASSED = { configuration: { auth: { api_key: SECRET, name: '{{username}}', id: 'abc' } } }

const GIVEN = givenSecrets({ passed: PASSED })

const encodings = (text: string) => [
  text,
  JSON.stringify(text).slice(1, -1),
  encodeURIComponent(text),
  Buffer.from(text).toString('base64'),
  Buffer.from(text).toString('base64url'),
]

describe('a record', () => {
  it('holds none of the credentials that were made for a case, in whatever encoding', () => {
    const account = accountOf(abcSource, 'any session')
    const { username, password = '', token = '' } = account.credentials
    for (const secret of [password, token, `${username}:${password}`]) {
      for (const form of encodings(secret)) {
        const masked = maskSecrets({ trouble: [`the worker said: ${form}; and died`] })
        expect(masked.trouble[0]).toMatch(
          /^the worker said: (user-\w+(:|%3A))?<the \w+>; and died$/,
        )
      }
    }
  })

  it('holds nothing of what the user passes with a configuration', () => {
    for (const form of encodings(SECRET)) {
      expect(maskSecrets([{ actual: `a failure (${form})` }], GIVEN)).toEqual([
        { actual: 'a failure (<configuration.auth.api_key>)' },
      ])
    }
  })

  it('keeps all other texts, and the names of members', () => {
    const record = { abc: ['abc', 'user-1234', 'pw', 7, null, true], [SECRET]: '' }
    expect(maskSecrets(record, GIVEN)).toEqual(record)
  })
})

const LEAKING = [
  'sec-1-configuration-logged',
  'sec-1-credentials-in-the-address-of-an-error',
  'sec-1-header-in-an-error',
]
const MADE = /pw\+[0-9a-f]{12}|pw%2[bB][0-9a-f]{12}|token\+[0-9a-f]{24}|dXNlci[\w+/-]{40}/

describe.each(LEAKING)('of %s, which leaks', (name) => {
  it('every form of report puts the leak nowhere', async () => {
    const run = await realReport(brokenPath(`${name}.ts`), ['SEC-1'], { passed: PASSED })
    expect(run.violations).not.toEqual([])
    const report = reportFile([run])
    const forms = Object.keys(FORMS) as FormName[]
    for (const text of [...forms.map((form) => inForm(form, report, {})), terminalReport(run)]) {
      expect(text).not.toMatch(MADE)
      for (const form of encodings(SECRET)) expect(text).not.toContain(form)
    }
  })
})
