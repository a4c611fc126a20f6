import { ENCODERS } from '../../../contracts/secrets/encoders.ts'
import { shortestPart } from '../../../contracts/secrets/shortest-part.ts'

/** A secret in every encoding: whole, and cut at either end to the shortest part that is masked. */
export function formsWithCuts(secret: string): readonly string[] {
  return Object.values(ENCODERS).flatMap((write) => {
    const written = write(secret)
    const part = shortestPart(secret, written)
    return [written, written.slice(0, part), written.slice(-part)]
  })
}
