import { mergePatch } from './merge-patch.ts'
import type { Mistake } from './mistake.ts'
import { treeProblem } from './plain-tree.ts'

/** A description as it was written, and where. */
export interface Written {
  readonly value: unknown
  /** The same for the same description, however it is named: a path, or a name. */
  readonly key: string
  /** How messages name it. */
  readonly shown: string
}

/** Finds the description that another extends, as that one names it. */
export type FindBase = (name: string, extending: Written) => Written | Omit<Mistake, 'place'>

export type Extended = { readonly value: unknown } | { readonly mistakes: readonly Mistake[] }

/** A description laid over the one that it extends, and that over the one which it extends, to the last. */
export function extended(written: Written, find: FindBase): Extended {
  const chain: Written[] = [written]
  for (let last = written; isVariant(last.value); ) {
    const problem = treeProblem(last.value)
    if (problem !== undefined) return mistake({ found: `${last.shown} ${problem}` })
    const { extends: name } = last.value
    if (typeof name !== 'string' || name === '') {
      return mistake({ found: `${JSON.stringify(name)} must be a name or a path` })
    }
    const base = find(name, last)
    if ('found' in base) return mistake(base)
    chain.push(base)
    const way = chain.map(({ shown }) => shown).join(' → ')
    if (chain.slice(0, -1).some(({ key }) => key === base.key)) {
      return mistake({ found: `leads back to where it began: ${way}` })
    }
    last = base
  }
  // The last one is no patch: what is null in it is a value.
  const layers = chain.map(withoutExtends)
  return { value: layers.reduceRight((base, patch) => mergePatch(base, patch)) }
}

function mistake(found: Omit<Mistake, 'place'>): Extended {
  return { mistakes: [{ place: 'extends', ...found }] }
}

function isVariant(value: unknown): value is { readonly extends: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'extends')
}

function withoutExtends({ value }: Written): unknown {
  if (!isVariant(value)) return value
  const { extends: _, ...own } = value
  return own
}
