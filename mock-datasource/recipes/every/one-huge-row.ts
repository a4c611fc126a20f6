import * as z from 'zod'
import { FAILS_OR_RIGHT } from '../needs.ts'
import { defineRecipe } from '../recipe.ts'

const MEGABYTE = 1_048_576

export const oneHugeRow = defineRecipe({
  name: 'one-huge-row',
  says: 'A row among the others holds a text of some megabytes.',
  correct: 'the right rows, the long one whole; or a failure that says why',
  fields: { megabytes: z.int().min(1).max(64).default(4) },
  make(source, { megabytes }) {
    const { key, time, fields } = source.rows
    const field = fields.find((each) => each !== key && each !== time) ?? 'text'
    const row = (index: number, text: string) => ({
      [key]: `row-${index}`,
      ...(time !== undefined && { [time]: `2026-01-01T00:00:0${index}.000Z` }),
      [field]: text,
    })
    const data = [row(0, 'before'), row(1, 'x'.repeat(megabytes * MEGABYTE)), row(2, 'after')]
    return { settings: { dataSet: { data } }, always: FAILS_OR_RIGHT }
  },
})
