import type { Formula } from '../formula.ts'

export const noRows: Formula = {
  sentence: 'no rows come back, whichever are asked for',
  predict: () => [],
}
