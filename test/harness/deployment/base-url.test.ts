import { describe, expect, it } from 'vitest'
import { baseUrlOf } from '../../../harness/deployment/base-url.ts'
import { UsageError } from '../../../harness/errors.ts'

describe('the address of an API', () => {
  it.each([
    ['https://abc.example:8443', 'https://abc.example:8443', '/api/v1'],
    ['https://abc.example/', 'https://abc.example', '/api/v1'],
    ['https://abc.example/api/v1/', 'https://abc.example', '/api/v1'],
    ['https://abc.example/gateway', 'https://abc.example', '/gateway/api/v1'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', '/api/v1'],
    ['http://[::1]:8080', 'http://[::1]:8080', '/api/v1'],
    ['http://localhost:8080', 'http://localhost:8080', '/api/v1'],
  ])('%s', (text, origin, basePath) => {
    expect(baseUrlOf(text, '--url', '/api/v1')).toEqual({ origin, basePath })
  })

  it.each([
    ['abc.example', 'is no http or https address'],
    ['ftp://abc.example', 'is no http or https address'],
    ['https://ann:s3cret@abc.example', 'holds a user name or a password'],
    ['https://abc.example/?token=s3cret', 'holds more than an address and a path'],
    ['http://abc.example', 'would be sent credentials in the clear'],
  ])('is refused without being repeated: %s', (text, problem) => {
    const refuse = () => baseUrlOf(text, '--url', '/api/v1')
    expect(refuse).toThrow(UsageError)
    expect(refuse).toThrow(problem)
    expect(refuse).not.toThrow(/s3cret/)
  })
})
