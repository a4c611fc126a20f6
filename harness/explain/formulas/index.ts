import type { Formula } from '../formula.ts'
import { advancedByWhatWasAsked } from './advanced-by-what-was-asked.ts'
import { concatenatedEnd } from './concatenated-end.ts'
import { concatenatedLength } from './concatenated-length.ts'
import { endAsLength } from './end-as-length.ts'
import { firstPageAgain } from './first-page-again.ts'
import { firstPageOnly } from './first-page-only.ts'
import { firstRowMissing } from './first-row-missing.ts'
import { firstRowSkipped } from './first-row-skipped.ts'
import { fromPageBorder } from './from-page-border.ts'
import { fromTheEnd } from './from-the-end.ts'
import { inclusiveEnd } from './inclusive-end.ts'
import { lastPageMissing } from './last-page-missing.ts'
import { lastRowMissing } from './last-row-missing.ts'
import { laterPagesFromTheStart } from './later-pages-from-the-start.ts'
import { lengthIgnored } from './length-ignored.ts'
import { noRows } from './no-rows.ts'
import { notCutToLength } from './not-cut-to-length.ts'
import { offsetAsPageNumber } from './offset-as-page-number.ts'
import { offsetFromOne } from './offset-from-one.ts'
import { offsetIgnored } from './offset-ignored.ts'
import { offsetToLength } from './offset-to-length.ts'
import { offsetTwice } from './offset-twice.ts'
import { offsetTwiceWithinWindow } from './offset-twice-within-window.ts'
import { oneRowTooFew } from './one-row-too-few.ts'
import { reversedWindow } from './reversed-window.ts'
import { roundedToLength } from './rounded-to-length.ts'
import { rowRepeatedAtBorders } from './row-repeated-at-borders.ts'
import { rowRepeatedBehindFirstPage } from './row-repeated-behind-first-page.ts'
import { rowSkippedAtBorders } from './row-skipped-at-borders.ts'
import { rowSkippedBehindFirstPage } from './row-skipped-behind-first-page.ts'
import { wholePagesOnly } from './whole-pages-only.ts'
import { windowIgnored } from './window-ignored.ts'

/** Every formula there is. A new one is a file of its own and a line here. */
export const FORMULAS: readonly Formula[] = [
  offsetToLength,
  inclusiveEnd,
  concatenatedEnd,
  concatenatedLength,
  endAsLength,
  offsetIgnored,
  lengthIgnored,
  windowIgnored,
  offsetTwice,
  offsetTwiceWithinWindow,
  firstPageOnly,
  ...firstPageAgain,
  lastPageMissing,
  wholePagesOnly,
  notCutToLength,
  fromPageBorder,
  roundedToLength,
  offsetAsPageNumber,
  ...laterPagesFromTheStart,
  ...advancedByWhatWasAsked,
  ...rowSkippedAtBorders,
  ...rowRepeatedAtBorders,
  ...rowSkippedBehindFirstPage,
  ...rowRepeatedBehindFirstPage,
  reversedWindow,
  fromTheEnd,
  oneRowTooFew,
  lastRowMissing,
  offsetFromOne,
  firstRowSkipped,
  firstRowMissing,
  noRows,
]
