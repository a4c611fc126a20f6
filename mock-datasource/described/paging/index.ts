import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Hooks } from '../hooks/hooks.ts'
import { pagingByHook } from './by-hook.ts'
import { cursor } from './cursor.ts'
import { limitAlone } from './limit.ts'
import { linkHeader } from './link-header.ts'
import { nextUrl } from './next-url.ts'
import { offsetLimit } from './offset-limit.ts'
import { pageNumber } from './page-number.ts'
import type { PagingStyle } from './paging-style.ts'
import { rangeHeader } from './range-header.ts'
import { whole } from './whole.ts'

type Style = DescribedPaging['style']

const STYLES: {
  readonly [Name in Style]: (
    options: Extract<DescribedPaging, { style: Name }>,
    hooks: Hooks,
  ) => PagingStyle
} = {
  'offset-limit': offsetLimit,
  'range-header': rangeHeader,
  'page-number': pageNumber,
  cursor,
  'link-header': linkHeader,
  'next-url': nextUrl,
  limit: limitAlone,
  hook: pagingByHook,
  whole,
}

/** The style that a description names, with its options. */
export function pagingStyleOf<Name extends Style>(
  options: Extract<DescribedPaging, { style: Name }>,
  hooks: Hooks = {},
): PagingStyle {
  const make: (options: Extract<DescribedPaging, { style: Name }>, hooks: Hooks) => PagingStyle =
    STYLES[options.style as Name]
  return make(options, hooks)
}

/** The most rows of a page, as the API itself bounds them. */
export function mostRowsOf(paging: DescribedPaging): number | undefined {
  return 'most_rows' in paging ? paging.most_rows : undefined
}
