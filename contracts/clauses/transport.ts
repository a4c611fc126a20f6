import type { Clause } from '../clause.ts'
import { WITH_ENVELOPE } from './methods.ts'
import { CONTRACT } from './sources.ts'

/** Transport: connections, time and certificates. */
export const TRANSPORT_CLAUSES = [
  {
    id: 'NET-1',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'nobody there is `service_unavailable`',
    text: 'Nothing listening, or a host name that is unknown: every method that makes a request fails with `service_unavailable`.',
    source: "stix-shifter's ErrorCode class, TRANSMISSION_CONNECT",
  },
  {
    id: 'NET-2',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a cut connection is a failure',
    text: 'A connection cut before or within a response gives a failure.',
    source: CONTRACT,
  },
  {
    id: 'NET-3',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: '`options.timeout` is honoured',
    text: 'A data source that does not answer gives a failure within `options.timeout`: from connecting to the last byte of a request, plus a margin, also when bytes drip in, headers included. A slow answer within the timeout is awaited.',
    should: 'The failure is `service_unavailable`.',
    source: "stix-shifter's connection options",
  },
  {
    id: 'NET-4',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'a certificate is verified before credentials are sent',
    text: 'An untrusted, expired, not yet valid or wrong-name certificate gives the failure `certificate_fail` (`authentication_fail` and `service_unavailable` are accepted), and no credentials are sent. With the certificate in `selfSignedCert` the call succeeds.',
    source: "stix-shifter's connection object and ErrorCode class",
  },
  {
    id: 'NET-5',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: '`Retry-After` neither crashes a call nor keeps it',
    text: 'Whatever `Retry-After` says (a date, 0, a negative or huge number, none at all), the call neither crashes nor sleeps beyond its time, which is that of NET-3.',
    should: '`Retry-After` is respected: no more than a few requests per call under 429 or 503.',
    source: CONTRACT,
  },
  {
    id: 'NET-6',
    level: 'MUST',
    methods: WITH_ENVELOPE,
    title: 'an answer means the same in every form of HTTP/1.1',
    text: 'An answer means the same in every form that HTTP/1.1 allows: `Content-Length` or chunked (with extensions and trailers), kept alive or `Connection: close`, the body in any pieces, header names in any case, a 1xx before it, a server of HTTP/1.0, `Content-Encoding` where the connector asked for it. A kept-alive connection that the data source has closed since is no failure.',
    source: 'RFC 9112; the guide is silent',
  },
  {
    id: 'NET-7',
    level: 'SHOULD',
    methods: WITH_ENVELOPE,
    title: 'hosts and ports come in several forms',
    text: '`host` may be a name, an IPv4 address or an IPv6 address without brackets, `port` an integer or a decimal string.',
    source: "stix-shifter's connection object",
  },
] as const satisfies readonly Clause[]
