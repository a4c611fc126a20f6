import type { Wish } from '../../../../harness/cli/init/skeleton.ts'
import { abcSource } from '../../../support/abc-source.ts'

/** Every kind of connector that `init` writes. */
export const WISHES: readonly Wish[] = (['python', 'typescript'] as const).flatMap((language) =>
  (['async', 'sync'] as const).map((mode) => ({
    name: 'my-connector',
    language,
    mode,
    source: abcSource,
  })),
)

/** Wishes as a table for a test's title. */
export const WISHES_IN_WORDS = WISHES.map(
  (wish) => [`${wish.language}, ${wish.mode}`, wish] as const,
)
