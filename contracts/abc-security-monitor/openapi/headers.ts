import type { OpenApiHeader, OpenApiReference } from '../../openapi-document.ts'

/** The headers of responses, by the name that the document keeps them under. */
export const HEADERS = {
  'X-Request-Id': {
    description: 'Names this exchange, for whoever asks the operators about it. On every response.',
    required: true,
    schema: { type: 'string', minLength: 1 },
    example: 'req-00000001',
  },
  Location: {
    description: 'The path of the new search, with its id percent-encoded.',
    required: true,
    schema: { type: 'string', pattern: '^/api/v1/searches/[^/]+$' },
    example: '/api/v1/searches/3f0c2a2e-2c55-4c6f-8c4e-6a6f9a0f5b1d',
  },
  'WWW-Authenticate': {
    description: 'How to authenticate.',
    required: true,
    schema: { type: 'string', pattern: '^Basic ' },
    example: 'Basic realm="ABC Security Monitor", charset="UTF-8"',
  },
  Allow: {
    description: 'The methods that the resource has.',
    required: true,
    schema: { type: 'string', pattern: '^[A-Z]+(, [A-Z]+)*$' },
    example: 'GET, DELETE',
  },
  'Retry-After': {
    description: 'After how many seconds to try again, or from when on, as an HTTP date.',
    required: true,
    schema: { type: 'string', minLength: 1 },
    example: '1',
  },
} as const satisfies Record<string, OpenApiHeader>
export type HeaderName = keyof typeof HEADERS

/** X-Request-Id and these, as a response lists them. */
export function headerRefs(
  others: readonly HeaderName[] = [],
): Readonly<Record<string, OpenApiReference>> {
  const names: readonly HeaderName[] = ['X-Request-Id', ...others]
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
}
