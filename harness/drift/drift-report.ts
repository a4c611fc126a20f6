import * as z from 'zod'
import { Evidence, Seen } from './observed.ts'

const About = z.strictObject({
  /** The scenario's name. */
  scenario: z.string(),
  /** What was tried. */
  probe: z.string(),
  /** What of it was looked at. */
  facet: z.string(),
})

const AtSide = z.strictObject({ seen: Seen.optional(), evidence: Evidence.optional() })

const Agreement = About.extend({ seen: Seen })
export type Agreement = z.infer<typeof Agreement>

/** Both observations side by side. One without `seen` was not there at all. */
const Difference = About.extend({ url: AtSide, against: AtSide })
export type Difference = z.infer<typeof Difference>

const NotCompared = About.extend({
  why: z.string(),
  /** What was seen all the same. */
  url: AtSide.optional(),
  against: AtSide.optional(),
})
export type NotCompared = z.infer<typeof NotCompared>

const SideReport = z.strictObject({
  /** Its address, or `mock`. */
  name: z.string(),
  /** As its ping tells it. */
  version: z.string().optional(),
  /** Searches that could not be deleted, in words. */
  leftBehind: z.array(z.string()),
})
export type SideReport = z.infer<typeof SideReport>

/** How two data sources compare, dated; plain JSON, without secrets and without rows. */
export const DriftReport = z.strictObject({
  version: z.literal(1),
  kind: z.literal('drift'),
  /** For instance `connector-contract 0.1.0`. */
  tool: z.string(),
  date: z.iso.datetime(),
  query: z.string(),
  url: SideReport,
  against: SideReport,
  scenarios: z.array(z.strictObject({ name: z.string(), title: z.string() })),
  agrees: z.array(Agreement),
  differs: z.array(Difference),
  notCompared: z.array(NotCompared),
  /** Why the run is incomplete; empty where it is not. */
  trouble: z.array(z.string()),
})
export type DriftReport = z.infer<typeof DriftReport>

/**
 * 0: nothing differs. 1: something does; under `strict`, also where something could not be compared.
 * 3: the run is incomplete.
 */
export function exitCodeOf(report: DriftReport, { strict }: { strict: boolean }): 0 | 1 | 3 {
  if (report.trouble.length > 0) return 3
  if (report.differs.length > 0) return 1
  return strict && report.notCompared.length > 0 ? 1 : 0
}
