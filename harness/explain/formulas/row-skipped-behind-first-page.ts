import { walked } from '../walked.ts'

export const rowSkippedBehindFirstPage = walked(
  'one row is skipped between the first page and the second',
  ({ rows }, { offset }) => offset + rows + 1,
)
