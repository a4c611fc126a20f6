import type { Comparison } from './compare-reports.ts'

/** What a form may say beyond the record. */
export interface FormContext {
  /** The file that holds the whole record, as the reader would name it; undefined: none is known. */
  readonly whole?: string | undefined
  /** The report beside an earlier one; undefined: there is none. */
  readonly comparison?: Comparison | undefined
}
