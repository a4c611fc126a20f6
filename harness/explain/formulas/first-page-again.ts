import { walked } from '../walked.ts'

export const firstPageAgain = walked(
  'the first page came back again in place of the next one',
  ({ start }) => start,
)
