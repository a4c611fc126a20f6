import { lookup } from 'node:dns/promises'
import { connect } from 'node:net'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { closedPort, unknownHost } from '../../../../harness/engine/session/nowhere.ts'
import { CaseNotApplicable } from '../../../../harness/kit/violation.ts'

vi.mock('node:dns/promises')

describe('a closed port', () => {
  it('refuses connections', async () => {
    const port = await closedPort()
    const refusal = await new Promise<NodeJS.ErrnoException>((resolve, reject) => {
      const socket = connect({ host: '127.0.0.1', port })
      socket.once('error', resolve)
      socket.once('connect', () => reject(new Error(`port ${port} is open`)))
    })
    expect(refusal.code).toBe('ECONNREFUSED')
  })

  it('is none that the system hands out to whoever listens next', async () => {
    expect(await closedPort()).toBeLessThan(1_024)
  })
})

describe('an unknown host', () => {
  beforeEach(() => {
    vi.mocked(lookup).mockReset()
  })

  it('is a name below .invalid that the resolver does not know', async () => {
    vi.mocked(lookup).mockRejectedValue(new Error('ENOTFOUND'))
    const host = await unknownHost()
    expect(host).toMatch(/\.invalid$/)
    expect(lookup).toHaveBeenCalledWith(host)
  })

  it('is not to be had from a resolver that answers with an address of its own', async () => {
    vi.mocked(lookup).mockResolvedValue({ address: '192.0.2.1', family: 4 } as never)
    await expect(unknownHost()).rejects.toThrow(CaseNotApplicable)
  })
})
