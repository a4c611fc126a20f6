import { describe, expect, it } from 'vitest'
import type { DriftCommandOptions } from '../../../../harness/cli/drift/drift-options.ts'
import { openSides } from '../../../../harness/cli/drift/open-sides.ts'
import { UsageError } from '../../../../harness/errors.ts'

const OPTIONS: DriftCommandOptions = {
  url: 'https://abc.example',
  against: 'mock',
  query: 'SELECT * FROM events',
  timeout: 30,
  strict: false,
}
const { signal } = new AbortController()

/** As if the options stood on the command line. */
function open(options: Partial<DriftCommandOptions>) {
  const given = { ...OPTIONS, ...options }
  return openSides(given, (name) => options[name] !== undefined, signal)
}

describe('the two sides', () => {
  it('are the deployment and a mock with credentials of its own', async () => {
    const { url, against, names, close } = await open({ token: 'tok' })
    await close()
    expect(names).toEqual({ url: 'https://abc.example/api/v1', against: 'mock' })
    expect(url.credentials).toEqual({ kind: 'token', token: 'tok' })
    expect(against.credentials).toMatchObject({ kind: 'basic', username: 'abc_user' })
  })

  it('share credentials where the other address has none of its own', async () => {
    const { against, names, close } = await open({ token: 'tok', against: 'https://b.example' })
    await close()
    expect(names.against).toBe('https://b.example/api/v1')
    expect(against.credentials).toEqual({ kind: 'token', token: 'tok' })
  })

  it('have each their own where they are given', async () => {
    const own = { against: 'https://b.example', againstUsername: 'ann', againstPassword: 'pw' }
    const { against, close } = await open({ token: 'tok', ...own })
    await close()
    expect(against.credentials).toEqual({ kind: 'basic', username: 'ann', password: 'pw' })
  })

  it.each<[string, Partial<DriftCommandOptions>, string]>([
    ['no credentials', {}, 'there are no credentials for --url'],
    ['credentials for the mock', { token: 'tok', againstToken: 'tok' }, 'the mock has credentials'],
    ['no certificate', { token: 'tok', cert: 'package.json' }, 'holds no PEM certificate'],
    ['no file', { token: 'tok', cert: 'no.pem' }, '--cert no.pem cannot be read'],
    ['no address', { token: 'tok', against: 'mok' }, '--against is no http or https address'],
  ])('are refused where there is %s', async (_what, options, problem) => {
    const refusal = open(options)
    await expect(refusal).rejects.toThrow(UsageError)
    await expect(refusal).rejects.toThrow(problem)
  })
})
