import * as z from 'zod'
import { Connection } from './connection.ts'
import { METHODS } from './method.ts'

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()])

const Drive = z
  .string()
  .regex(/^(polls|ms):\d+$/, 'must be polls:N or ms:N')
  .describe('What moves searches on: so many status calls, or milliseconds.')

const Settings = z.strictObject({
  page_size: z.int().min(1).optional().describe('The most rows that a page of results has.'),
  ids: z.enum(['uuid', 'awkward']).optional(),
  progress: Drive.optional(),
  ending: z
    .strictObject({ status: z.string().min(1), progress: z.int().min(0).max(100) })
    .optional()
    .describe('How searches end that are made from then on.'),
  seed: z.int().optional(),
})

const ScenarioSearch = z.strictObject({
  query: z.string(),
  id: z.string().min(1).optional(),
  status: z.string().min(1).optional().describe("The data source's own word; it stays there."),
  progress: z.int().min(0).max(100).optional(),
})

/** A recipe by its name, or a fault by its kind, each with its fields. The mock itself checks them. */
const Happening = z
  .union(
    [
      z.looseObject({ recipe: z.string().min(1) }).describe('An error case by its name.'),
      z.looseObject({ kind: z.string().min(1) }).describe('A fault by its kind.'),
    ],
    { error: 'must be { recipe: NAME, … } or { kind: KIND, … }' },
  )
  .describe('What goes wrong.')

/** How the connection or the credentials of a call differ from the usual ones. */
export const CallChange = z.strictObject({
  connection: Connection.partial().optional(),
  without: z.array(z.string()).optional().describe('Members that the connection has not.'),
  credentials: z.record(z.string(), z.string()).optional(),
})
export type CallChange = z.infer<typeof CallChange>

const ScenarioCall = z.strictObject({
  method: z.enum(METHODS),
  arguments: z.array(z.unknown()),
  change: CallChange.optional().describe('What is other than usual about its connection.'),
})

const OF_STATE = ['settings', 'rows', 'data', 'searches'] as const

/** A data source as it is to be, and what goes wrong there: what a bug report carries. It holds no secret. */
export const Scenario = z
  .strictObject({
    version: z.literal(1, { error: 'must be 1; this version reads no other' }),
    about: z.string().optional().describe('What it is, for whoever reads it.'),
    data_source: z
      .union([z.string().min(1), z.looseObject({})], {
        error: 'must be a name, the path of a file, or a description',
      })
      .optional()
      .describe(
        'A built-in one by its name, a file by its path from this one, or all that a description says.',
      ),
    scheme: z.literal('http').optional().describe('It is about plain HTTP; else HTTPS is spoken.'),
    time: z.literal('still').optional().describe('No clock goes on in it.'),
    settings: Settings.optional(),
    rows: z
      .union([z.int().min(0).max(1_000_000), z.array(z.record(z.string(), Value))], {
        error: 'must be how many, or the rows themselves',
      })
      .optional(),
    data: z.string().min(1).optional().describe('A file of rows, by its path from this one.'),
    searches: z.array(ScenarioSearch).optional().describe('Searches as they stand.'),
    happens: z.array(Happening).optional().describe('Recipes and faults, in their order.'),
    state: z
      .looseObject({})
      .optional()
      .describe('All that a mock was, but for its accounts, as a page or a kept failure gives it.'),
    query: z.string().optional().describe('What `verify` has the connector search for.'),
    call: ScenarioCall.optional().describe('The one call that `verify` makes, instead of all.'),
  })
  .superRefine((scenario, context) => {
    const both = OF_STATE.find((name) => scenario[name] !== undefined)
    if (scenario.state !== undefined && both !== undefined) {
      context.addIssue({ code: 'custom', path: [both], message: 'does not go with state' })
    }
    if (scenario.rows !== undefined && scenario.data !== undefined) {
      context.addIssue({ code: 'custom', path: ['data'], message: 'does not go with rows' })
    }
  })
export type Scenario = z.infer<typeof Scenario>
