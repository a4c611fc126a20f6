import * as z from 'zod'
import { ERROR_CODES } from '../error-code.ts'
import { Authentication } from './description/authentication.ts'
import { BodyFormatName } from './description/bodies.ts'
import { DescribedPaging } from './description/paging.ts'
import { DescribedState } from './description/state.ts'
import { Path, Text } from './description/text.ts'
import { MODES } from './mode.ts'
import { ERROR_ROLES } from './roles.ts'

const Status = z.int().min(100).max(599)

const Operation = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: Path,
  /** The HTTP status of a success. */
  http: z.int().min(200).max(299).default(200),
  /** Where a request names its search, if that is not `{id}` in the path. */
  id: z.strictObject({ in: z.enum(['query', 'form', 'json', 'header']), at: Text }).optional(),
  /** The methods that it answers, where that is more than the one of its name. */
  serves: z.array(z.enum(['status', 'results'])).optional(),
  /** The body of a success, with placeholders in double braces; absent where there is none. */
  answer: z.unknown().optional(),
  /** What that is written in, where it is not what all bodies are. */
  as: BodyFormatName.optional(),
})
export type DescribedOperation = z.infer<typeof Operation>

const OPERATIONS = ['ping', 'create', 'status', 'results', 'delete', 'query'] as const

const Operations = z.strictObject({
  ping: Operation.optional(),
  create: Operation.optional(),
  status: Operation.optional(),
  results: Operation.optional(),
  delete: Operation.optional(),
  query: Operation.optional(),
})

const WHERE = [
  'query',
  'query-string',
  'form',
  'json',
  'ndjson',
  'xml',
  'body',
  'header',
  'path',
] as const

const ESCAPES = ['sql', 'backslash', 'json', 'url', 'none'] as const

const Query = z.strictObject({
  /**
   * What carries it: a parameter of the URL's query string, all of that but the paging's parameters, a body's member
   * or all of it, a header, a part of the path.
   */
  in: z.union([z.enum(WHERE), z.array(z.enum(WHERE)).min(1)], {
    error: `must be ${WHERE.join(', ')}, or several of them where the API takes it in any`,
  }),
  /** The name of the parameter; in JSON and XML a path. */
  at: Text.optional(),
  all: Text,
  /** With `{{n}}`: selects fewer rows the greater it is. */
  some: Text,
  /** With `{{text}}` where a literal is. */
  with: Text.optional(),
  /** How a literal is escaped; where there are several ways, one upon the other. */
  escape: z
    .union([z.enum(ESCAPES), z.array(z.enum(ESCAPES)).min(1)], {
      error: `must be ${ESCAPES.join(', ')}, or a list of them`,
    })
    .default('none'),
  /** One that the data source cannot read. */
  refused: Text.optional(),
  longest: z.int().min(1).optional(),
})

const Row = z.strictObject({
  key: Text,
  time: Text.optional(),
  /** How times are written. */
  time_as: z.enum(['rfc3339', 'milliseconds', 'seconds']).default('rfc3339'),
  fields: z.array(Text).min(1, 'must name at least one'),
  /** Whether every value is a text, whatever it says. */
  texts: z.literal(true, { error: 'must be true, or absent' }).optional(),
  /** What a page holds for each: `{{row}}` with more around it, such as `{{key}}`. */
  as: z.unknown().optional(),
})

const TableRow = z.strictObject({
  /** Absent where errors are known by their HTTP status, which is the code then. */
  http: Status.optional(),
  message: Text,
  /** Absent: any ErrorCode will do. */
  means: z.array(z.enum(ERROR_CODES)).min(1, 'must name at least one').optional(),
  /** The operations at which it means that; at others any ErrorCode will do. Absent: all. */
  at: z.array(z.enum(OPERATIONS)).min(1, 'must name at least one').optional(),
})

const Code = z.union([Text, z.int().transform(String)], { error: 'must be a text or an integer' })

const Role = z.union(
  [Code, z.strictObject({ code: Code, message: Text.optional(), http: Status.optional() })],
  { error: 'must be a code, or hold a code, and its message or http status in this role' },
)
export type DescribedRole = z.infer<typeof Role>

const Errors = z.strictObject({
  /** What a client tells them apart by. Where no body holds a code, codes are HTTP statuses, or names of the file's own. */
  known_by: z.enum(['code', 'status', 'message']).default('code'),
  /** The body of every error, with `{{code}}`, `{{message}}` and `{{http}}`. */
  body: z.unknown(),
  /** What that is written in, where it is not what all bodies are. */
  as: BodyFormatName.optional(),
  table: z.record(z.string(), TableRow),
  roles: z.partialRecord(z.enum(ERROR_ROLES), Role),
  /** Codes that the table does not list. */
  unlisted: z.strictObject({
    codes: z.array(Code).min(1, 'must name at least one'),
    http: Status.default(500),
  }),
})

/** A data source in one file. What its parts mean together is checked where it is compiled. */
export const Description = z.strictObject({
  /** An editor's own: where the schema is. */
  $schema: z.string().optional(),
  version: z.literal(1),
  name: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower-case letters, digits and -'),
  title: Text,
  docs: Text.optional(),
  mode: z.union([z.enum(MODES), z.array(z.enum(MODES)).min(1)], {
    error: `must be ${MODES.join(' or ')}, or a list of both`,
  }),
  connection: z.strictObject({
    takes: z.array(z.enum(['host', 'port', 'scheme', 'selfSignedCert', 'options'])),
    /** Host and port in one member: `127.0.0.1:8443` in `host`. */
    port_in_host: z.literal(true, { error: 'must be true, or absent' }).optional(),
    /** The variable of the environment that names the file of the CA, where `selfSignedCert` is not taken. */
    ca_by_env: z
      .string()
      .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of a variable')
      .optional(),
    /** Further members, as every connector is given them; those of `options` beside its timeout. */
    more: z.record(z.string(), z.unknown()).optional(),
    /**
     * Members of connection and configuration, and variables, that are secrets whatever their names say: each by its
     * name or path.
     */
    secrets: z.array(Text).optional(),
  }),
  /** What the connector is configured with: `{{username}}`, `{{password}}` and `{{token}}` in their places. */
  credentials: z.record(z.string(), z.unknown()),
  authentication: Authentication,
  /** What the bodies of answers are written in. */
  bodies: BodyFormatName.default('json'),
  /** The media type of bodies that a hook writes. */
  body_type: Text.optional(),
  row: Row,
  query: Query,
  operations: Operations,
  /** What a client may ask beside them, by a name for each; no method of a connector is about it. */
  beside: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a name'), Operation).default({}),
  /** By the data source's own word what each state means, in the order of a search's life. */
  statuses: z.record(Text, DescribedState).default({}),
  paging: DescribedPaging,
  errors: Errors,
  /**
   * The members without which an answer says nothing, by method, where a placeholder stands in several: to miss
   * the others is no error.
   */
  vital: z
    .strictObject({ query: Text.optional(), status: Text.optional(), results: Text.optional() })
    .default({}),
})
export type Description = z.infer<typeof Description>
