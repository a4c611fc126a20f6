import { type Difference, differences } from './differences.ts'

/** So many are shown of a connector; those behind them have mostly the same cause. */
const SHOWN = 5
/** A value is shown in so many characters. */
const WIDTH = 160

/** How two observations of one connector differ. */
interface Compared {
  readonly counting: readonly Difference[]
  /** How many may differ. */
  readonly allowed: number
}

/** Tells connector by connector whether two codes say the same of it. */
export class Comparison {
  readonly #but: readonly string[]
  readonly #used = new Set<string>()
  #equal = 0
  #different = 0

  /** @param but paths where a difference is none; see coveredBy */
  constructor(but: readonly string[]) {
    this.#but = but
  }

  get isEqual(): boolean {
    return this.#different === 0
  }

  /** What counts among the differences of one connector, and how many do not. */
  of(before: unknown, after: unknown): Compared {
    const all = differences(before, after)
    const counting = all.filter(({ path }) => !this.#isAllowed(path))
    return { counting, allowed: all.length - counting.length }
  }

  /** Counts a connector, and says in lines what there is to say of it. */
  told(name: string, { counting, allowed }: Compared): string {
    if (counting.length === 0) {
      this.#equal += 1
      return `${name}: equal${allowed === 0 ? '' : `, but for ${allowed} that may differ`}\n`
    }
    this.#different += 1
    const more = counting.length - SHOWN
    return [
      `${name}: different`,
      ...counting.slice(0, SHOWN).flatMap(lines),
      ...(more > 0 ? [`  … and ${more} more`] : []),
      '',
    ].join('\n')
  }

  summary(): string {
    const unused = this.#but.filter((but) => !this.#used.has(but))
    return [
      `${this.#equal} equal, ${this.#different} different`,
      ...unused.map((but) => `nothing differs at ${but}: --but is not needed for it`),
      '',
    ].join('\n')
  }

  #isAllowed(path: string): boolean {
    const covering = this.#but.filter((but) => coveredBy(but, path))
    for (const but of covering) this.#used.add(but)
    return covering.length > 0
  }
}

/** Whether a place is the named one, or under it. Without the numbers of its lists, every member is named. */
function coveredBy(but: string, path: string): boolean {
  return [path, path.replaceAll(/\[\d+\]/g, '')].some(
    (place) => place === but || place.startsWith(`${but}.`) || place.startsWith(`${but}[`),
  )
}

function lines({ path, before, after }: Difference): readonly string[] {
  return [`  ${path}`, `    before: ${shown(before)}`, `    after:  ${shown(after)}`]
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text
}
