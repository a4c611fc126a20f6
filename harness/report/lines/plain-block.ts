import { stripVTControlCharacters } from 'node:util'
import { violationBlock } from './violation-block.ts'

/** A violation in the lines in which a terminal shows it, whoever looks: without any style. */
export function plainBlock(...violation: Parameters<typeof violationBlock>): readonly string[] {
  return stripVTControlCharacters(violationBlock(...violation).join('\n')).split('\n')
}
