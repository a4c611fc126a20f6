import { describe, expect, test } from 'vitest'
import { faultFromText } from '../../../../harness/cli/mock/fault-from-text.ts'
import { UsageError } from '../../../../harness/errors.ts'
import { abcSecurityMonitor } from '../../../../mock-datasource/sources/abc-security-monitor/definition.ts'
import { EVERY_KIND } from '../../../mock-datasource/support/every-kind.ts'
import ledgerWatch from '../../../sources/ledger-watch/definition.ts'

test.each([
  ['api-error,code=1010,http=200', { kind: 'api-error', code: '1010', http: 200 }],
  ['http-status,status=503,body=404', { kind: 'http-status', status: 503, body: '404' }],
  ['latency,milliseconds=2.5', { kind: 'latency', milliseconds: 2.5 }],
  ['hang, search=12, times=1', { kind: 'hang', search: '12', times: 1 }],
  [
    'drip,milliseconds=5,headers=false',
    {
      kind: 'drip',
      milliseconds: 5,
      headers: false,
    },
  ],
  ['reset,probability=0.5,seed=3', { kind: 'reset', probability: 0.5, seed: 3 }],
  ['close-mid-body,bytes=3,by=reset', { kind: 'close-mid-body', bytes: 3, by: 'reset' }],
  ['malformed-json,body={', { kind: 'malformed-json', body: '{' }],
  ['empty-body,status=201', { kind: 'empty-body', status: 201 }],
  ['html-page', { kind: 'html-page' }],
  ['wrong-content-type,type=text/html', { kind: 'wrong-content-type', type: 'text/html' }],
  ['wrong-content-type,type=null', { kind: 'wrong-content-type', type: null }],
  ['not-utf8,encoding=utf16le', { kind: 'not-utf8', encoding: 'utf16le' }],
  ['oversized,bytes=1000', { kind: 'oversized', bytes: 1_000 }],
  ['schema-drift,field=progress,to=40', { kind: 'schema-drift', field: 'progress', to: 40 }],
  ['schema-drift,field=progress,to="40"', { kind: 'schema-drift', field: 'progress', to: '40' }],
  ['schema-drift,field=status,to=PAUSED', { kind: 'schema-drift', field: 'status', to: 'PAUSED' }],
  ['schema-drift,field=data,to=null', { kind: 'schema-drift', field: 'data', to: null }],
  ['schema-drift,field=0,remove=true', { kind: 'schema-drift', field: '0', remove: true }],
  ['rate-limit,requests=3,retryAfter=2', { kind: 'rate-limit', requests: 3, retryAfter: 2 }],
  ['page-anomaly,variant=empty-page', { kind: 'page-anomaly', variant: 'empty-page' }],
  ['redirect,to=/there?a=b,status=308', { kind: 'redirect', to: '/there?a=b', status: 308 }],
])('%s', (text, fault) => {
  expect(faultFromText(text, abcSecurityMonitor)).toEqual(fault)
})

test.each(EVERY_KIND)('$kind as JSON', (fault) => {
  // Where nobody logs in, nothing expires.
  const source = fault.kind === 'session-expired' ? ledgerWatch : abcSecurityMonitor
  expect(faultFromText(JSON.stringify(fault), source)).toEqual(fault)
})

describe('one line that says what is wrong', () => {
  test.each([
    ['', 'kind: must be one of'],
    ['typhoon', 'kind: must be one of'],
    ['hang,times', "'times' is not field=value"],
    ['hang,typo=1', "unknown field 'typo'"],
    ['hang,operation=pong', 'operation: must be one of'],
    ['drip', 'milliseconds: '],
    ['drip,milliseconds=soon', 'milliseconds: '],
    ['page-anomaly,variant=torn', 'variant: '],
    ['schema-drift,field=data', 'schema-drift takes either to'],
    ['redirect,to=ftp://a', 'to: must be a path'],
    ['{"kind":"hang"', 'JSON'],
  ])('%s', (text, problem) => {
    const fail = () => faultFromText(text, abcSecurityMonitor)
    expect(fail).toThrow(UsageError)
    expect(fail).toThrow(problem)
    expect(fail).not.toThrow('\n')
  })
})
