import { createHash } from 'node:crypto'
import { onSuccess } from '../variants/edit-answers.ts'
import { odd } from './support/odd.ts'

/** How many of a number's digits tell a true one from another search's or a damaged one. */
const SEALS = 1_000_000

export default odd({
  oddity: 'metadata as a number, in whose last digits the search is',
  connector: (correct) => ({
    results: async (id, offset, length, metadata) => {
      if (metadata != null && !isOf(id, metadata)) return REFUSED
      const start = metadata == null ? offset : Math.floor(Number(metadata) / SEALS)
      return onSuccess(correct.results, (answer) => {
        const { metadata: place, ...rest } = answer
        const next = Number(start) + answer.data.length
        return place === undefined ? rest : { ...rest, metadata: numberOf(id, next) }
      })(id, start, length)
    },
  }),
})

const REFUSED = {
  success: false,
  error: 'metadata is not of this search',
  code: 'invalid_parameter',
} as const

function numberOf(id: string, next: number): number {
  const seal = createHash('sha256').update(`${next} ${id}`).digest().readUInt32BE(0) % SEALS
  return next * SEALS + seal
}

function isOf(id: string, metadata: unknown): boolean {
  if (typeof metadata !== 'number' || !Number.isSafeInteger(metadata) || metadata < 0) return false
  return metadata === numberOf(id, Math.floor(metadata / SEALS))
}
