import { walked } from '../walked.ts'

export const rowRepeatedBehindFirstPage = walked(
  'the last row of the first page comes back again at the beginning of the second',
  ({ rows }, { offset }) => offset + rows - 1,
)
