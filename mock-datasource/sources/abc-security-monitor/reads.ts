import type { SeenExchange } from '../../../contracts/data-source/exchange.ts'
import type { PageRead, Reads } from '../../../contracts/data-source/reads.ts'

const SUCCESS = '200'
/** The API's bodies begin with it; to parse each one whole would cost more than is gained. */
const CODE = /^\s*\{\s*"code"\s*:\s*(\d+)\b/
const PAGED = ['results', 'query']

type Members = Readonly<Record<string, unknown>>

/** How the API's answers are read. */
export const ABC_READS: Reads = {
  errorCode({ body }) {
    const code = CODE.exec(body)?.[1]
    return code === SUCCESS ? undefined : code
  },
  error({ body }) {
    const { code, message } = objectIn(body)
    if (!Number.isInteger(code) || String(code) === SUCCESS) return undefined
    return { code: String(code), message }
  },
  status({ body }) {
    const { status: word, progress } = objectIn(body)
    return typeof word === 'string' ? { word, progress } : undefined
  },
  page: (exchange) => (PAGED.includes(exchange.operation ?? '') ? pageIn(exchange) : undefined),
  query({ body }) {
    const { query } = objectIn(body)
    return typeof query === 'string' ? query : undefined
  },
}

/** What is asked for stands in the URL of a search's results, and in the body of a synchronous query. */
function pageIn({ request, response }: SeenExchange): PageRead {
  const sent = objectIn(request.body)
  const query = request.path.split('?')[1] ?? ''
  const parameters = new URLSearchParams(query)
  const place = parameters.get('offset') ?? sent['offset'] ?? undefined
  const token = parameters.get('page_token') ?? sent['page_token']
  const tokenAsSent = /(?:^|&)page_token=([^&]*)/.exec(query)?.[1]
  const inUrl = parameters.get('limit')
  const limit = inUrl === null ? sent['limit'] : Number(inUrl)
  const { data, next_page_token: next } = objectIn(response?.body)
  return {
    ...(place !== undefined && { place: Number(place) }),
    ...(typeof token === 'string' && { token }),
    ...(tokenAsSent !== undefined && { tokenAsSent }),
    ...(typeof limit === 'number' && { limit }),
    ...(Array.isArray(data) && { rows: data.length }),
    ...((typeof next === 'string' || next === null) && { next }),
  }
}

function objectIn(text: string | undefined): Members {
  try {
    const value: unknown = JSON.parse(text ?? '')
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Members) : {}
  } catch {
    return {}
  }
}
