import type { Waiver } from '../../../contracts/waiver.ts'
import type { FailedCase } from '../failed-case.ts'
import { type Extent, extentOf } from '../found/extent.ts'
import { brokenBy, covers, isOfWholeClause } from './covers.ts'

/** Cases that one and the same waivers cover, in which one and the same method broke the clause. */
export interface Group {
  /** What tells it from the check's other groups. */
  readonly key: string
  /** The waivers that cover it, by their place among those of the run. */
  readonly by: readonly number[]
  /** The case that stands for all. */
  readonly failed: FailedCase
}

/**
 * The failing cases of one check behind which the search goes on, since a waiver covers them that is of a part
 * of the clause: it must not hide what else is violated. A waiver of the whole clause leaves nothing to look for,
 * so that nothing is set aside.
 */
export class SetAside {
  readonly #waivers: readonly (readonly [number, Waiver])[]
  readonly #isWhole: boolean
  readonly #groups = new Map<string, Group>()
  readonly #stored = new Map<string, Group>()
  readonly #tried: { readonly example: unknown; readonly key: string | undefined }[] = []

  /** @param waivers all that are in force. */
  constructor(clause: string, waivers: readonly Waiver[] = []) {
    this.#waivers = [...waivers.entries()].filter(([, waiver]) => waiver.clause === clause)
    this.#isWhole = this.#waivers.some(([, waiver]) => isOfWholeClause(waiver))
  }

  /** The waivers that cover a failing case, by their place. */
  waiversOf({ violation }: FailedCase): readonly number[] {
    const broken = brokenBy(violation)
    return this.#waivers.filter(([, waiver]) => covers(waiver, broken)).map(([index]) => index)
  }

  /** The key of the group that a failing case belongs to; undefined where it is not to be set aside. */
  keyOf(failed: FailedCase): string | undefined {
    const by = this.waiversOf(failed)
    if (this.#isWhole || by.length === 0) return undefined
    return `${by.join(' ')} ${brokenBy(failed.violation).method ?? ''}`
  }

  has(key: string): boolean {
    return this.#groups.has(key)
  }

  /** Has this case stand for its group, in place of a larger one. */
  put(key: string, failed: FailedCase): void {
    this.#groups.set(key, { key, by: this.waiversOf(failed), failed })
  }

  /** A case of an earlier run stands for its group only where no other does. */
  putStored(key: string, failed: FailedCase): void {
    if (this.#stored.has(key)) return
    this.#stored.set(key, { key, by: this.waiversOf(failed), failed })
  }

  /** Notes a case that is tried whatever else is tried, and its group if it was set aside. */
  note(example: unknown, key: string | undefined): void {
    this.#tried.push({ example, key })
  }

  get groups(): readonly Group[] {
    const stored = [...this.#stored.values()].filter(({ key }) => !this.has(key))
    return [...this.#groups.values(), ...stored]
  }

  /** How far a group reaches; undefined where no case of it was noted. */
  extentOf({ key }: Group): Extent | undefined {
    if (!this.#tried.some((each) => each.key === key)) return undefined
    return extentOf(this.#tried.map((each) => ({ ...each, failed: each.key === key })))
  }
}
