import { walked } from '../walked.ts'

export const rowRepeatedAtBorders = walked(
  'the last row of each page comes back again at the beginning of the next',
  ({ start, came }) => start + came - 1,
)
