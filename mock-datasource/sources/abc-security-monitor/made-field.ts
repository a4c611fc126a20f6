import type { Value } from '../../engine/row.ts'
import { scramble } from '../../engine/scramble.ts'

/** Of 256 values, so many are null. */
const NULLS = 20

/** A field of made events that is drawn by lot. `draw` stands for the row. */
export interface MadeField<T extends Value = Value> {
  value(draw: number): T | null
  /** As it stands in the row's JSON, with a comma before it; in the encoding of `DataSet.json`. */
  json(draw: number): string
}

/** Draws from a pool, or null. `number` is the field's own; no two fields of a row draw alike. */
export function drawn<T extends Value>(
  name: string,
  number: number,
  pool: readonly T[],
): MadeField<T> {
  const texts = pool.map((value) => jsonOf(name, value))
  const ofNull = jsonOf(name, null)
  // Negative for null.
  const place = (draw: number) => {
    const bits = bitsFor(draw, number)
    return (bits & 0xff) < NULLS ? -1 : (bits >>> 8) % pool.length
  }
  return {
    value: (draw) => pool[place(draw)] ?? null,
    json: (draw) => texts[place(draw)] ?? ofNull,
  }
}

/** A port from the pool mostly, and any other now and then. */
export function drawnPort(number: number, pool: readonly number[]): MadeField<number> {
  const wellKnown = drawn('port', number, pool)
  const isAny = (bits: number) => bits >>> 30 === 0
  const any = (bits: number) => (bits >>> 8) & 0xffff
  return {
    value(draw) {
      const bits = bitsFor(draw, number)
      return isAny(bits) ? any(bits) : wellKnown.value(draw)
    },
    json(draw) {
      const bits = bitsFor(draw, number)
      return isAny(bits) ? `,"port":${any(bits)}` : wellKnown.json(draw)
    },
  }
}

function jsonOf(name: string, value: Value): string {
  return Buffer.from(`,"${name}":${JSON.stringify(value)}`).toString('latin1')
}

/** 32 bits of its own for each field of a row. */
function bitsFor(draw: number, field: number): number {
  return scramble(draw ^ Math.imul(field, 0x9e3779b9))
}
