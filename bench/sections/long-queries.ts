import { Pool } from 'undici'
import { type Figure, milliseconds, ratio, sampled } from '../figure.ts'
import { API, type BenchedMock, openMock } from '../open-mock.ts'

/** Twice the text takes about twice the time; what grows faster than that takes four times as long. */
const TARGET = { atMost: 3 }
const LONG = 65_536
const HALF = LONG / 2
const ROWS = 200
/** After so many, all code that matters has been compiled. */
const WARM_UP = 2

/** Queries made of one piece again and again, each with room for a number that makes it one of its own. */
const KINDS: Readonly<Record<string, { start: string; piece: string; end: string }>> = {
  'fields, the same again and again': { start: 'SELECT ', piece: 'id,', end: 'id FROM events' },
  'equalities of one field': { start: from(''), piece: "id = 'a' OR ", end: "id = 'b'" },
  'comparisons that no two are one': { start: from(''), piece: 'port > 9 AND ', end: 'port > 0' },
  'a list of values': { start: from('port IN ('), piece: '1,', end: '1)' },
  'groups in groups': {
    start: from(''),
    piece: `${'('.repeat(99)}port > 9${')'.repeat(99)} AND `,
    end: 'port > 0',
  },
  'one long text': { start: from("message = '"), piece: "x''", end: "'" },
  'one long pattern': { start: from("message LIKE '"), piece: '%_', end: "'" },
  'what is no query': { start: '', piece: "'a' ", end: "'" },
}

function from(where: string): string {
  return `SELECT * FROM events WHERE ${where}`
}

/** The processor time of a query of 64 KiB, as a ratio to that of one of half the length. */
export async function longQueries(rounds: number): Promise<Figure[]> {
  const mock = await openMock({ rows: ROWS })
  const pool = new Pool(mock.url)
  try {
    const figures: Figure[] = []
    for (const [what, kind] of Object.entries(KINDS)) {
      const taken: { long: number; half: number }[] = []
      for (let round = 0; round < rounds + WARM_UP; round += 1) {
        const half = await cost(pool, mock, queryOf(kind, HALF, round))
        const long = await cost(pool, mock, queryOf(kind, LONG, round))
        if (round >= WARM_UP) taken.push({ long, half })
      }
      const grown = taken.map(({ long, half }) => long / half)
      const long = taken.map((each) => each.long)
      figures.push(
        sampled(`${what}: 64 KiB / 32 KiB`, grown, TARGET, ratio),
        sampled(`${what}: 64 KiB`, long, undefined, milliseconds),
      )
    }
    return figures
  } finally {
    await pool.close()
    await mock.stop()
  }
}

/** Blanks at the end make it a query that the mock has not seen. */
function queryOf(
  { start, piece, end }: { start: string; piece: string; end: string },
  length: number,
  number: number,
): string {
  const room = length - start.length - end.length - number - 1
  return `${start}${piece.repeat(Math.floor(room / piece.length))}${end}${' '.repeat(number)}`
}

/** The processor time of the mock from the request to the answer, in milliseconds. */
async function cost(pool: Pool, { headers, usage }: BenchedMock, query: string): Promise<number> {
  const before = await usage()
  const answer = await pool.request({
    method: 'POST',
    path: `${API}/events/query`,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, limit: ROWS }),
  })
  await answer.body.dump({ limit: Number.MAX_SAFE_INTEGER })
  return ((await usage()).cpu - before.cpu) / 1_000
}
