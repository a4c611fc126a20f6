import { describedSkeleton } from './described-skeleton.ts'
import { pythonSkeleton } from './python-skeleton.ts'
import type { Skeleton, Wish } from './skeleton.ts'
import { typescriptSkeleton } from './typescript-skeleton.ts'

/**
 * The connector that was asked for: in TypeScript one for the API that is described; else a copy of the reference
 * connector of its language and mode.
 */
export function makeSkeleton(wish: Wish): Skeleton {
  const { described } = wish.dataSource ?? {}
  if (described !== undefined && wish.language === 'typescript') {
    return describedSkeleton(wish, described)
  }
  return wish.language === 'python' ? pythonSkeleton(wish) : typescriptSkeleton(wish)
}
