import type { DescribedPaging } from '../../../contracts/data-source/description/paging.ts'
import type { Description } from '../../../contracts/data-source/description.ts'
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
import { searchAfter } from './search-after.ts'
import { whole } from './whole.ts'

type Style = DescribedPaging['style']
type Make<Name extends Style> = (
  options: Extract<DescribedPaging, { style: Name }>,
  beside: { readonly row: Description['row']; readonly hooks: Hooks },
) => PagingStyle

const STYLES: {
  readonly [Name in Style]: Make<Name>
} = {
  'offset-limit': offsetLimit,
  'range-header': rangeHeader,
  'page-number': pageNumber,
  cursor,
  'link-header': linkHeader,
  'next-url': nextUrl,
  limit: limitAlone,
  hook: pagingByHook,
  'search-after': searchAfter,
  whole,
}

/** The style that a description names, with its options. */
export function pagingStyleOf<Name extends Style>(
  options: Extract<DescribedPaging, { style: Name }>,
  row: Description['row'],
  hooks: Hooks = {},
): PagingStyle {
  const make: Make<Name> = STYLES[options.style as Name]
  return make(options, { row, hooks })
}

/** The most rows of a page, as the API itself bounds them. */
export function mostRowsOf(paging: DescribedPaging): number | undefined {
  return 'most_rows' in paging ? paging.most_rows : undefined
}
