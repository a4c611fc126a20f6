import { Option } from 'commander'
import { wholeNumber } from './option-parsers.ts'

/** `--max-searches`: how many searches a mock lets live at once. */
export function maxSearchesOption(): Option {
  return new Option(
    '--max-searches <number>',
    'how many searches live at once (100,000); creating more fails',
  ).argParser(wholeNumber(1))
}
