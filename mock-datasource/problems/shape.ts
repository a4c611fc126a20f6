import * as z from 'zod'
import { FieldPath } from '../../contracts/data-source/field-path.ts'
import { MODES } from '../../contracts/data-source/mode.ts'
import { PAGE_ANOMALIES } from '../../contracts/data-source/page-anomaly.ts'
import { ERROR_ROLES } from '../../contracts/data-source/roles.ts'
import { SECRET_ENCODINGS } from '../../contracts/data-source/secret.ts'
import { GivenDeclarations } from '../../contracts/declarations.ts'
import { SEARCH_STATUSES } from '../../contracts/envelopes.ts'
import { ERROR_CODES } from '../../contracts/error-code.ts'
import { METHODS } from '../../contracts/method.ts'

const Text = z.string('must be a text').min(1, 'must not be empty')
const Texts = z.array(Text)
const Act = z.custom((value) => typeof value === 'function', 'must be a function')
const Status = z.int().min(100).max(599)
const ofRecord = <Value extends z.ZodType>(value: Value) => z.record(z.string(), value)

const Name = z
  .string('must be a text')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, with - between words')

const Member = z.object({
  kind: z.enum(['name', 'password', 'token']),
  usual: z.string(),
  optional: z.literal(true).optional(),
  must: z.object({ pattern: z.string(), words: Text }).optional(),
})

const SecretEncoding = z.enum(SECRET_ENCODINGS)

const Credentials = z.object({
  members: ofRecord(Member),
  headers: ofRecord(z.object({ name: Text, encoding: SecretEncoding })),
  derived: Act.optional(),
  presented: Act,
})

const Given = z.object({
  connection: z.array(z.enum(['host', 'port', 'scheme', 'selfSignedCert', 'options'])),
  portInHost: z.literal(true).optional(),
  caByEnvironment: Text.optional(),
  more: ofRecord(z.unknown()).optional(),
  configuration: ofRecord(z.unknown()),
})

const ApiError = z.object({
  http: Status,
  message: Text,
  means: z.array(z.enum(ERROR_CODES)).min(1, 'must name at least one ErrorCode').optional(),
})

const Errors = z.object({
  table: ofRecord(ApiError),
  ofAnyCode: Texts,
  roles: z.partialRecord(z.enum(ERROR_ROLES), Text),
  usual: Texts,
  unlisted: z.object({
    usual: Text,
    telling: Texts,
    made: z.object({ min: z.int(), max: z.int() }).optional(),
    http: Status,
  }),
  codes: z.enum(['integers', 'texts', 'statuses']),
})

const Queries = z.object({
  all: Text,
  refused: Text.optional(),
  examples: Texts.min(2, 'must have two or more'),
  with: Act.optional(),
  some: Act,
  without: Act.optional(),
  longest: z.int().min(1).optional(),
  canonical: Act.optional(),
})

const Paging = z.object({
  style: z.enum([
    'offset-limit',
    'token',
    'page-number',
    'range',
    'next-url',
    'search-after',
    'limit',
    'whole',
  ]),
  anomalies: z.array(z.enum(PAGE_ANOMALIES)),
  words: z.object({
    place: Text.optional(),
    token: Text.optional(),
    limit: Text.optional(),
  }),
  next: Text,
  exclusive: z.boolean().optional(),
  unbounded: z.literal(true).optional(),
  mostRowsByDefault: z.int().min(1),
  refusesMore: z.literal(true).optional(),
})

const VitalMember = z.object({
  // No step at all: the whole body.
  at: z.union([FieldPath, z.tuple([])]),
  name: Text,
  holds: z.enum(['code', 'text', 'status', 'progress', 'rows']),
  written: z.enum(['texts', 'lines']).optional(),
})

const RawAnswer = z.object({
  status: Status,
  body: z.string(),
  headers: ofRecord(z.string()).optional(),
})

const Endpoint = z.object({ operation: Text.optional(), readsBody: z.boolean(), answer: Act })

/** Every part that a definition has to have, each by itself; what more there is, is left alone. */
export const DefinitionShape = z.object({
  name: Name,
  title: Text,
  docs: Text.optional(),
  aliases: z.array(Name).optional(),
  modes: z.array(z.enum(MODES)).min(1, 'must name at least one'),
  given: Given,
  credentials: Credentials,
  operations: ofRecord(
    z.object({
      method: z.string().regex(/^[A-Z]+$/, 'must be an HTTP method, in capitals'),
      path: z.string().startsWith('/', 'must begin with /'),
      role: z.enum(['log-in', 'beside']).optional(),
    }),
  ),
  methods: z.partialRecord(z.enum(MODES), z.partialRecord(z.enum(METHODS), Text)),
  states: z.array(z.object({ word: Text, means: z.enum(SEARCH_STATUSES) })),
  errors: Errors,
  query: Queries,
  paging: Paging,
  rows: z.object({ key: Text, time: Text.optional(), fields: Texts }),
  ids: z.object({ anyText: z.boolean(), empty: z.enum(['refused', 'elsewhere']) }),
  vital: z.partialRecord(z.enum(METHODS), z.array(VitalMember)),
  broken: ofRecord(RawAnswer),
  odd: z.array(RawAnswer),
  declarations: GivenDeclarations.optional(),
  reads: z.object({ errorCode: Act, error: Act, status: Act.optional(), page: Act, query: Act }),
  writes: z.object({
    progress: z.enum(['percent', 'fraction', 'none']),
    status: Act.optional(),
  }),
  basePath: z.string(),
  maxBodyBytes: z.int().min(1),
  model: z.object({ open: Act, compile: Act }),
  routes: z.array(z.object({ path: z.string().startsWith('/'), methods: ofRecord(Endpoint) })),
  failure: Act,
  unreadable: Act,
  answer: Act,
  shows: z.object({ connector: Text.optional(), requests: Act }).optional(),
  oddBodies: z.object({ type: Text.optional(), cutShort: Text, nonAscii: Text, endless: Text }),
})
