import { pythonSkeleton } from './python-skeleton.ts'
import type { Skeleton, Wish } from './skeleton.ts'
import { typescriptSkeleton } from './typescript-skeleton.ts'

/** The connector that was asked for: a copy of the reference connector of its language and mode. */
export function makeSkeleton(wish: Wish): Skeleton {
  return wish.language === 'python' ? pythonSkeleton(wish) : typescriptSkeleton(wish)
}
