import { walked } from '../walked.ts'

export const laterPagesFromTheStart = walked(
  'later pages are counted from the beginning of the result, not from offset',
  ({ rows }) => rows,
)
