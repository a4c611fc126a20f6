import { type CarriedIn, type Carrier, carriedAt, countIn } from '../carried.ts'
import { NotValid } from '../not-valid.ts'

/** The one value of a parameter; undefined where it is not there. @throws NotValid where it is there twice. */
export function parameterIn(carrier: Carrier, where: CarriedIn, name: string): unknown {
  const [value, ...others] = carriedAt(carrier, where, name)
  if (others.length > 0) throw new NotValid(`parameter '${name}' is there twice`)
  return value
}

/** A parameter that is a whole number of at least `least`. @throws NotValid where it is anything else. */
export function countParameter(
  carrier: Carrier,
  where: CarriedIn,
  name: string,
  least: number,
): number | undefined {
  const value = parameterIn(carrier, where, name)
  if (value === undefined) return undefined
  const count = countIn(value)
  if (count !== undefined && count >= least) return count
  throw new NotValid(`parameter '${name}' must be an integer of at least ${least}, in digits`)
}

/** The same as it is read, not judged: undefined unless it is there once and a number. */
export function countRead(carrier: Carrier, where: CarriedIn, name: string): number | undefined {
  const [value] = carriedAt(carrier, where, name)
  return countIn(value)
}
