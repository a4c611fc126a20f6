import * as z from 'zod'
import { BodyFormatName } from './bodies.ts'
import { Path, Text } from './text.ts'

const HeaderName = z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header')

const FixedHeader = z.strictObject({
  scheme: z.literal('header'),
  header: HeaderName,
  /** With credentials in double braces: `SSWS {{token}}`. */
  value: Text,
})

const Basic = z.strictObject({ scheme: z.literal('basic') })

const LogIn = z.strictObject({
  scheme: z.literal('log-in'),
  method: z.enum(['POST', 'GET', 'PUT']).default('POST'),
  path: Path,
  /** What carries the credentials. */
  in: z.enum(['form', 'json', 'xml', 'query', 'header']),
  /** The members of that body, with credentials in double braces. */
  send: z.record(z.string(), Text),
  http: z.int().min(200).max(299).default(200),
  /** Holds `{{session_key}}`. */
  answer: z.unknown(),
  /** What that is written in, where it is not what all bodies are. */
  as: BodyFormatName.optional(),
  /** What carries the session key from then on. */
  header: HeaderName,
  value: Text,
})

export type LogIn = z.infer<typeof LogIn>

/** A token of the same host, for the id and the secret of a client. */
const OAuthClientCredentials = z.strictObject({
  scheme: z.literal('oauth-client-credentials'),
  path: Path,
  /** How the client shows `{{client_id}}` and `{{client_secret}}`: in the form, or by HTTP's Basic. */
  client: z.enum(['form', 'header']).default('form'),
  /** What a client has to ask for, where it has to. */
  scope: Text.optional(),
  /** For how many seconds a token is said to be good. */
  expires_in: z.int().min(1).default(3_600),
  /** What the answer is written in, where it is not what all bodies are. */
  as: BodyFormatName.optional(),
})

/** What no other scheme can say. */
const ByHook = z.strictObject({
  scheme: z.literal('hook'),
  /** The headers that carry credentials, which are masked whole. */
  headers: z.array(HeaderName).default([]),
})

/** How a caller shows who it is; each scheme is a file of `mock-datasource/described/authentication/`. */
export const Authentication = z.discriminatedUnion('scheme', [
  FixedHeader,
  Basic,
  LogIn,
  OAuthClientCredentials,
  ByHook,
])
export type Authentication = z.infer<typeof Authentication>
