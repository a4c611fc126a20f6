import type { JournalEntry } from '../../mock-datasource/index.ts'
import { isObject } from '../kit/answer.ts'

/** One request for a page of results and what came back, as far as the journal tells. */
export interface PageExchange {
  readonly offset: number | undefined
  /** As the data source read it. */
  readonly token: string | undefined
  /** As it stood in the request, where that is a URL. */
  readonly tokenAsSent: string | undefined
  /** Rows of the answer; undefined where it had none, or is too long for the journal. */
  readonly rows: number | undefined
  /** null at the end of the result; undefined where the answer does not say. */
  readonly nextToken: string | null | undefined
}

const PAGED = ['results', 'query']

/** The requests for pages among the exchanges of a call, in their order. */
export function pageExchangesIn(exchanges: readonly JournalEntry[]): readonly PageExchange[] {
  return exchanges.filter(({ operation = '' }) => PAGED.includes(operation)).map(readExchange)
}

function readExchange({ request, response }: JournalEntry): PageExchange {
  const answer = objectIn(response?.body)
  const { data, next_page_token: next } = answer
  return {
    ...placeIn(request),
    rows: Array.isArray(data) ? data.length : undefined,
    nextToken: typeof next === 'string' || next === null ? next : undefined,
  }
}

/** In the URL of an asynchronous search's results, in the body of a synchronous query. */
function placeIn({
  path,
  body,
}: JournalEntry['request']): Pick<PageExchange, 'offset' | 'token' | 'tokenAsSent'> {
  const sent = objectIn(body)
  const query = path.split('?')[1] ?? ''
  const parameters = new URLSearchParams(query)
  const offset = parameters.get('offset') ?? sent['offset']
  const token = parameters.get('page_token') ?? sent['page_token']
  return {
    offset: offset === undefined || offset === null ? undefined : Number(offset),
    token: typeof token === 'string' ? token : undefined,
    tokenAsSent: /(?:^|&)page_token=([^&]*)/.exec(query)?.[1],
  }
}

function objectIn(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
