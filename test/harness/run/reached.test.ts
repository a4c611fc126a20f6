import { describe, expect, it } from 'vitest'
import type { Call } from '../../../harness/drivers/driver.ts'
import { TargetError } from '../../../harness/errors.ts'
import type { Mode } from '../../../harness/kit/requests.ts'
import { requireReached } from '../../../harness/run/reached.ts'
import { request, type Toy, toyDriver } from '../../support/toy-driver.ts'
import { withSession } from '../../support/toy-session.ts'

async function noteOn(toy: Toy, mode: Mode = 'asynchronous'): Promise<string | undefined> {
  let note: string | undefined
  await withSession(toyDriver(toy), async (session) => {
    note = await requireReached(session, mode)
  })
  return note
}

/** A method that makes this request, elsewhere than below the API's own base path. */
const asks =
  (method: string, path: string) =>
  async (call: Call): Promise<unknown> => {
    await request(call, `/../..${path}`, { method })
    return { success: true }
  }

describe('a connector that reaches an operation of the data source', () => {
  it('is asked nothing more once it has', async () => {
    const never = () => expect.unreachable()
    const ping = async (call: Call) => {
      await request(call, '/ping')
    }
    expect(await noteOn({ ping, query: never })).toBeUndefined()
  })

  it('may have a ping that asks something else', async () => {
    const query = async (call: Call) => {
      await request(call, '/searches', { method: 'POST', body: { query: call.arguments[0] } })
    }
    expect(await noteOn({ ping: asks('GET', '/v2/health'), query })).toBeUndefined()
  })

  it('is asked for results where it is synchronous', async () => {
    const results = async (call: Call) => {
      expect(call.arguments.slice(1)).toEqual([0, 1])
      await request(call, '/events/query', { method: 'POST', body: { query: call.arguments[0] } })
    }
    expect(await noteOn({ results }, 'synchronous')).toBeUndefined()
  })
})

describe('a connector that asks another API', () => {
  it('is told what it asks', async () => {
    const run = noteOn({ ping: asks('GET', '/v2/health?deep=1') })
    await expect(run).rejects.toThrow(TargetError)
    await expect(run).rejects.toMatchObject({
      message: 'this connector asks `GET /v2/health`; that is no operation of ABC Security Monitor',
      hint: expect.stringContaining('--data-source'),
    })
  })

  it('is told each request once, in their order', async () => {
    const run = noteOn({ ping: asks('GET', '/v2/health'), query: asks('POST', '/v2/find') })
    await expect(run).rejects.toThrow(
      'this connector asks `GET /v2/health` and `POST /v2/find`; those are no operations of ABC Security Monitor',
    )
  })

  it('is shown three requests, and the others counted', async () => {
    const query = async (call: Call) => {
      for (const path of ['/a', '/a', '/b', '/c', '/d']) await asks('GET', path)(call)
    }
    const run = noteOn({ ping: asks('GET', '/health'), query })
    await expect(run).rejects.toThrow('asks `GET /health`, `GET /a`, `GET /b` and 2 more; those')
  })

  it('is shown long ids shortened, and no credentials', async () => {
    const ping = async (call: Call) => {
      const { password } = call.configuration.auth
      await asks('GET', `/${'x'.repeat(500)}/${encodeURIComponent(String(password))}`)(call)
    }
    const run = noteOn({ ping })
    await expect(run).rejects.toThrow(/`GET \/x{20} …\(460 characters\)… x{20}\/<the password>`/)
  })

  it('is one that uses another method on a path of the data source', async () => {
    const ping = async (call: Call) => {
      await request(call, '/ping', { method: 'PUT' })
    }
    await expect(noteOn({ ping })).rejects.toThrow('asks `PUT /api/v1/ping`; that is no operation')
  })
})

describe('a connector that makes no request', () => {
  it('goes on, since nothing follows from it', async () => {
    expect(await noteOn({ ping: () => ({ success: true }) })).toBeUndefined()
    expect(await noteOn({})).toBeUndefined()
  })

  it('is shown with its whole refusal where it refuses by itself', async () => {
    const error = `unexpected 'scheme' ${'and more '.repeat(200)}`
    const refuses = () => ({ success: false, error, code: 'invalid_parameter' })
    expect(await noteOn({ ping: refuses, query: refuses })).toBe(
      `note: its first call refuses: ping answers ${JSON.stringify(refuses())}`,
    )
  })

  it('is no connector to be judged where a package that it needs is not installed', async () => {
    const error = "toy connector error => No module named 'aiohttp_retry'"
    const lacks = () => ({ success: false, error, code: 'unknown' })
    await expect(noteOn({ ping: lacks, query: lacks })).rejects.toMatchObject({
      name: 'TargetError',
      message: expect.stringContaining(error),
      hint: expect.stringContaining('has the module "aiohttp_retry"'),
    })
    expect(await noteOn({ ping: lacks, query: () => ({ success: true }) })).toBeUndefined()
  })
})
