import * as z from 'zod'
import { BASES, basisOf } from '../../contracts/basis.ts'
import { FAMILIES, FAMILY_TITLES } from '../../contracts/clause.ts'
import { CLAUSES } from '../../contracts/clauses.ts'
import { METHODS } from '../../contracts/method.ts'

/** The shape of `clauses.json`. */
const ClausesFile = z.strictObject({
  $schema: z.string(),
  families: z
    .record(z.enum(FAMILIES), z.string().min(1))
    .describe('The title of each family, in the order of reports.'),
  clauses: z
    .array(
      z.strictObject({
        id: z.string().regex(new RegExp(`^(${FAMILIES.join('|')})-[1-9][0-9]*$`)),
        level: z
          .enum(['MUST', 'SHOULD', 'MAY'])
          .describe('What a violation of `text` weighs. `should` is always a SHOULD.'),
        methods: z
          .array(z.enum(METHODS))
          .min(1)
          .describe('The methods whose answers the clause speaks of.'),
        title: z.string().min(1).describe('The clause as a claim, short enough for a table.'),
        text: z.string().min(1).describe('The whole clause.'),
        should: z.string().min(1).optional().describe('What a connector should do beyond it.'),
        source: z.string().min(1).describe('Where the promise comes from.'),
        basis: z.enum(BASES).describe('What it rests on, by its source.'),
      }),
    )
    .min(1),
})

export function clausesSchema(): unknown {
  return { ...z.toJSONSchema(ClausesFile), title: 'connector-contract.clauses' }
}

/** Every clause of the connector contract. Throws where one is not of the shape. */
export function clausesFile(): unknown {
  return ClausesFile.parse({
    $schema: './clauses.schema.json',
    families: FAMILY_TITLES,
    clauses: CLAUSES.map((clause) => ({ ...clause, basis: basisOf(clause) })),
  })
}
