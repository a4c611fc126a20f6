import type { Clause } from './clause.ts'

/** What a clause rests on, in the order in which reports show violations of one level. */
export const BASES = ['guide', 'interface', 'hardening'] as const
export type Basis = (typeof BASES)[number]

/** Each in words that stand behind "rests on". */
export const BASIS_WORDS = {
  guide: "stix-shifter's transmission guide",
  interface: 'an interface of stix-shifter that the guide does not speak of',
  hardening: 'neither: what keeps a connector from harm in the field',
} as const satisfies Record<Basis, string>

/** What a clause rests on, by its source: a reviewer wants to know whether a rule is stix-shifter's or of this contract. */
export function basisOf({ source }: Pick<Clause, 'source'>): Basis {
  if (source.startsWith("stix-shifter's transmission guide")) return 'guide'
  return source.startsWith("stix-shifter's") ? 'interface' : 'hardening'
}
