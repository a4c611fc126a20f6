import { walked } from '../walked.ts'

export const advancedByWhatWasAsked = walked(
  'the next page begins behind the rows that were asked for, not behind those that came',
  ({ start, asked }) => start + asked,
)
