import { describe, expect, test } from 'vitest'
import { WorkerPool } from '../../../../harness/drivers/stix-shifter/worker-pool.ts'
import type { WorkerProcess } from '../../../../harness/drivers/stix-shifter/worker-process.ts'

/** What a pool needs of a worker. */
class ToyWorker {
  isAlive = true
  async end() {
    this.isAlive = false
  }
}

function toyPool(most: number) {
  const started: ToyWorker[] = []
  const start = async () => {
    const worker = new ToyWorker()
    started.push(worker)
    return worker as unknown as WorkerProcess
  }
  return { pool: new WorkerPool(start, most), started }
}

/** Borrows a worker and keeps it until it is given back. */
async function borrow(pool: WorkerPool, borrower: string) {
  const lent = Promise.withResolvers<WorkerProcess>()
  const back = Promise.withResolvers<void>()
  const over = pool.lend(borrower, async (worker) => {
    lent.resolve(worker)
    await back.promise
  })
  const worker = await lent.promise
  return {
    worker,
    giveBack: async () => {
      back.resolve()
      await over
    },
  }
}

const once = (pool: WorkerPool, borrower: string) => pool.lend(borrower, async (worker) => worker)

describe('a pool of workers', () => {
  test('starts one where none is free, and takes a free one otherwise', async () => {
    const { pool, started } = toyPool(4)
    const [one, two] = [await borrow(pool, 'a'), await borrow(pool, 'b')]
    expect(started).toHaveLength(2)
    await one.giveBack()
    await two.giveBack()
    await once(pool, 'c')
    expect(started).toHaveLength(2)
  })

  test('starts no more than it may, and lets the others wait in their order', async () => {
    const { pool, started } = toyPool(2)
    const [one, two] = [await borrow(pool, 'a'), await borrow(pool, 'b')]
    const order: string[] = []
    const waiting = ['c', 'd', 'e'].map((borrower) =>
      pool.lend(borrower, async () => void order.push(borrower)),
    )
    expect(order).toEqual([])
    await one.giveBack()
    await Promise.all(waiting)
    await two.giveBack()
    expect(order).toEqual(['c', 'd', 'e'])
    expect(started).toHaveLength(2)
  })

  test('never lends a borrower the same worker twice in a row, though it has to wait', async () => {
    const { pool } = toyPool(2)
    const first = await once(pool, 'a')
    const other = await borrow(pool, 'b')
    const held = other.worker === first ? await borrow(pool, 'c') : other
    const next = borrow(pool, 'a')
    await held.giveBack()
    if (held !== other) await other.giveBack()
    expect((await next).worker).not.toBe(first)
  })

  test('replaces a worker that has come to its end', async () => {
    const { pool, started } = toyPool(2)
    const [one, two] = [await borrow(pool, 'a'), await borrow(pool, 'b')]
    const waiting = once(pool, 'c')
    await one.worker.end()
    await one.giveBack()
    expect(await waiting).toBe(started[2])
    await two.giveBack()
  })

  test('goes on where a worker could not be started', async () => {
    let starts = 0
    const pool = new WorkerPool(async () => {
      starts += 1
      if (starts === 1) throw new Error('no memory')
      return new ToyWorker() as unknown as WorkerProcess
    }, 2)
    await expect(once(pool, 'a')).rejects.toThrow('no memory')
    expect((await once(pool, 'a')).isAlive).toBe(true)
  })

  test('ends all its workers when it is closed', async () => {
    const { pool, started } = toyPool(3)
    const [one, two] = [await borrow(pool, 'a'), await borrow(pool, 'b')]
    await one.giveBack()
    await pool.close()
    await two.giveBack()
    expect(started.map(({ isAlive }) => isAlive)).toEqual([false, false])
  })

  test('starts none for those who still wait when it is closed', async () => {
    const { pool, started } = toyPool(2)
    const [one, two] = [await borrow(pool, 'a'), await borrow(pool, 'b')]
    const waiting = once(pool, 'c')
    await pool.close()
    await one.giveBack()
    await expect(waiting).rejects.toThrow('have been ended')
    await two.giveBack()
    expect(started).toHaveLength(2)
  })
})
