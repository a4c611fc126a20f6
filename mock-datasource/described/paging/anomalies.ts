import {
  PAGE_ANOMALIES,
  type PageAnomalyVariant,
} from '../../../contracts/data-source/page-anomaly.ts'
import { nextInCycle, type PageAnomaly } from '../../engine/page-anomaly.ts'
import type { Template } from '../template.ts'
import type { PagingStyle, ShownPage, Window } from './paging-style.ts'

/**
 * What pages can be made to do wrong: no more than an answer gives away, since nobody could be blamed for
 * the rest.
 */
export function anomaliesOf(
  style: PagingStyle,
  answer: Template,
  isBounded: boolean,
): readonly PageAnomalyVariant[] {
  const { tellsNext = false } = style
  const tells = (...names: readonly string[]) => names.some((name) => answer.has(name))
  const shows: Readonly<Record<PageAnomalyVariant, boolean>> = {
    'repeated-page': style.tellsPlace || tells('offset', 'page'),
    'repeated-token': tellsNext || tells('next'),
    'empty-page': style.tellsPlace || tellsNext || tells('total', 'pages', 'next'),
    'wrong-total': style.tellsPlace || tells('total', 'pages'),
    'short-page': style.mayBeShort && isBounded,
    'token-cycle': (tellsNext || tells('next')) && isBounded,
    'empty-pages': (tellsNext || tells('next')) && isBounded,
    'changed-result': isBounded,
  }
  return style.facts.style === 'whole' ? [] : PAGE_ANOMALIES.filter((variant) => shows[variant])
}

/** Which rows are read, where they are not those asked for. */
export function windowRead({ offset, limit }: Window, anomaly: PageAnomaly | undefined): Window {
  switch (anomaly?.variant) {
    case 'repeated-page':
      return { offset: Number.isFinite(limit) ? Math.max(0, offset - limit) : offset, limit }
    case 'changed-result':
      return { offset: offset + 1, limit }
    case 'short-page':
      return { offset, limit: Math.min(limit, anomaly.rows ?? halfOf(limit)) }
    default:
      return { offset, limit }
  }
}

/** How a page is told that was read so. `asked` is what the right one would hold. */
export function shownPage(
  { offset, limit }: Window,
  asked: Window,
  { count, total }: { readonly count: number; readonly total: number },
  anomaly: PageAnomaly | undefined,
): ShownPage {
  const end = anomaly?.variant === 'repeated-page' ? asked.offset + asked.limit : offset + count
  const more = end < total && (count > 0 || anomaly !== undefined)
  const right: ShownPage = { offset, limit, count, total, next: more ? end : null }
  switch (anomaly?.variant) {
    case 'empty-page':
      return { ...right, count: 0, next: offset }
    case 'repeated-token':
      return { ...right, next: offset }
    case 'empty-pages':
      return { ...right, count: 0, next: offset + asked.limit }
    case 'token-cycle':
      return { ...right, next: nextInCycle(asked) }
    case 'changed-result':
      return { ...right, offset: asked.offset, total: Math.max(0, total - 1) }
    case 'wrong-total':
      return { ...right, total: Math.max(0, total + (anomaly.by ?? 1)) }
    default:
      return right
  }
}

function halfOf(limit: number): number {
  return Number.isFinite(limit) ? Math.max(1, Math.floor(limit / 2)) : 1
}
