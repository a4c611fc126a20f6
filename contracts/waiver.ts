import * as z from 'zod'
import { CLAUSES, type ClauseId } from './clauses.ts'
import { FAULT_NAMES } from './fault-names.ts'
import { METHODS } from './method.ts'

const CLAUSE_IDS = CLAUSES.map(({ id }) => id) as [ClauseId, ...ClauseId[]]

/** A waiver that is drafted has empty texts, so that nobody commits one without having thought about it. */
const filledIn = (what: string) =>
  z.string({ error: `fill in ${what}` }).regex(/\S/, { error: `fill in ${what}` })

/**
 * A violation that is known and accepted for a time. It is of all of the clause, or, where it names a method
 * or a fault, of what a call of that method broke, or a call whose requests met that kind of fault.
 */
export const Waiver = z.strictObject({
  clause: z.enum(CLAUSE_IDS, {
    error: ({ input }) =>
      input === undefined ? 'name a clause' : `there is no clause ${JSON.stringify(input)}`,
  }),
  method: z
    .enum(METHODS, {
      error: ({ input }) => `${JSON.stringify(input)} is none of ${METHODS.join(', ')}`,
    })
    .exactOptional()
    .describe('The method whose answer breaks the clause; absent: any.'),
  fault: z
    .enum(FAULT_NAMES, {
      error: ({ input }) => `${JSON.stringify(input)} is none of ${FAULT_NAMES.join(', ')}`,
    })
    .exactOptional()
    .describe('The kind of the fault that strikes the call; absent: any, and none.'),
  reason: filledIn('the reason').describe('Why it is accepted.'),
  issue: filledIn('the address of the issue')
    .pipe(z.url({ protocol: /^https?$/, error: 'must be an address that begins with https://' }))
    .describe('The address of the issue that will end it.'),
  owner: filledIn('the owner').describe('Who sees to it.'),
  expires: z.iso
    .date({ error: 'must be a day, as in 2026-12-31' })
    .describe('The last day on which it counts (UTC).'),
})
export type Waiver = z.infer<typeof Waiver>

/** What of a connector a waiver is about. */
export type WaiverScope = Pick<Waiver, 'clause' | 'method' | 'fault'>

/** All waivers of a connector. */
export const Waivers = z.array(Waiver).superRefine((waivers, context) => {
  for (const [index, waiver] of waivers.entries()) {
    const first = waivers.findIndex((each) => scopeWords(each) === scopeWords(waiver))
    if (first === index) continue
    const message = `waives the same as waivers.${first}: keep one of them`
    context.addIssue({ code: 'custom', path: [index], message })
  }
})

/** What a waiver is about, in words: `PAGE-1 results under hang`. */
export function scopeWords({ clause, method, fault }: WaiverScope): string {
  return [clause, method, fault && `under ${fault}`].filter(Boolean).join(' ')
}
