import { walked } from '../walked.ts'

export const rowSkippedAtBorders = walked(
  'one row is skipped at each border between pages',
  ({ start, came }) => start + came + 1,
)
