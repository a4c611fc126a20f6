import type { PageAnomaly, Reply, Search, Store } from '../../../mock-datasource/data-source.ts'

interface Window {
  /** From 1. */
  readonly page: number
  readonly perPage: number
  /** Asked for by a fault. */
  readonly anomaly?: PageAnomaly | undefined
}

/** A page of a result. Pages are as large as was asked for, or as large as they may be, and say so. */
export async function entriesPage(
  store: Store,
  { source, query }: Pick<Search, 'source' | 'query'>,
  { page, perPage, anomaly }: Window,
): Promise<Reply> {
  const size = Math.min(perPage, store.settings.maxPageSize)
  const number = anomaly?.variant === 'repeated-page' ? Math.max(1, page - 1) : page
  const { selector } = store.compile(query, store.source)
  const window = { offset: (number - 1) * size, limit: size }
  const read = selector && (await store.pages.read(source, query, selector, window))
  const total = read?.total ?? 0
  const by = anomaly?.variant === 'wrong-total' ? (anomaly.by ?? 1) : 0
  const count = Math.max(0, total + by)
  const entries = anomaly?.variant === 'empty-page' ? undefined : read?.json
  const facts = { page: number, per_page: size, pages: Math.ceil(count / size), count }
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: [
      Buffer.from('{"ok":true,"entries":'),
      entries ?? Buffer.from('[]'),
      Buffer.from(`,${JSON.stringify(facts).slice(1)}`),
    ],
  }
}
