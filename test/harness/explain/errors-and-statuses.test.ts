import { describe, expect, it } from 'vitest'
import { onFailure, onSuccess } from '../../variants/edit-answers.ts'
import { variantOf } from '../../variants/variant.ts'
import { explanationOf } from './explained.ts'

describe('a wrong code', () => {
  const unknownForAll = variantOf((correct) => ({
    status: onFailure(correct.status, (answer) => ({ ...answer, code: 'unknown' })),
  }))

  it('is explained by what the API sent, and by what the table makes of that', async () => {
    const [words] = await explanationOf(unknownForAll, 'ERR-1')
    expect(words).toMatch(
      /^the API sent HTTP 404 with code 1002 \(".+"\), which the table maps to no_results$/,
    )
  })

  it('is explained where no table lists it', async () => {
    const connector = variantOf((correct) => ({
      ping: onFailure(correct.ping, (answer) => ({ ...answer, code: 'forbidden' })),
    }))
    const [words] = await explanationOf(connector, 'ERR-2')
    expect(words).toContain('which the table does not list, so that it is to be unknown')
  })

  it('is explained where the error came out as success', async () => {
    const connector = variantOf((correct) => ({
      delete: onFailure(correct.delete, () => ({ success: true })),
    }))
    expect(await explanationOf(connector, 'ERR-1')).toEqual([
      expect.stringContaining('which the table maps to no_results'),
    ])
  })

  it('is explained where a gateway has nobody behind it', async () => {
    const connector = variantOf((correct) => ({
      ping: onFailure(correct.ping, (answer) => ({ ...answer, code: 'unknown' })),
    }))
    expect(await explanationOf(connector, 'ERR-4 gateway')).toEqual([
      'the API sent HTTP 502 without a body, which stands for service_unavailable',
    ])
  })

  it('is left unexplained where the code is right and something else is wrong', async () => {
    const connector = variantOf((correct) => ({
      ping: onFailure(correct.ping, (answer) => ({ ...answer, error: 'It did not work' })),
    }))
    expect(await explanationOf(connector, 'ENV-4')).toEqual([])
  })
})

describe('a wrong status', () => {
  it('is explained by what came out as what', async () => {
    const connector = variantOf((correct) => ({
      status: onSuccess(correct.status, (answer) =>
        answer.status === 'CANCELED' ? { ...answer, status: 'COMPLETED' } : answer,
      ),
    }))
    expect(await explanationOf(connector, 'LIFE-1')).toEqual([
      'status CANCELED came out as COMPLETED',
    ])
  })

  it('is explained with its progress', async () => {
    const connector = variantOf((correct) => ({
      status: onSuccess(correct.status, (answer) => ({ ...answer, progress: 0 })),
    }))
    const [words] = await explanationOf(connector, 'LIFE-1')
    expect(words).toMatch(/^progress \d+ came out as 0$/)
  })

  it('is explained where the API does not list it', async () => {
    const connector = variantOf((correct, { send }) => ({
      async status(id) {
        const answer = await send({ method: 'GET', path: `/searches/${encodeURIComponent(id)}` })
        const { status, progress } = answer.json as { status?: string; progress?: number }
        const known = status === 'WAIT' || status === 'EXECUTE' || status === 'SORTING'
        if (known || status === undefined) return correct.status(id)
        return { success: true, status: 'COMPLETED', progress }
      },
    }))
    expect((await explanationOf(connector, 'LIFE-2'))[0]).toMatch(
      /^status .* came out as COMPLETED$/,
    )
  })
})
