import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { checkSource } from '../../../../harness/cli/data-source/check-source.ts'
import { draftFromRecording } from '../../../../harness/cli/data-source/draft-from-recording.ts'
import { loadDescription } from '../../../../harness/data-source/load-description.ts'
import { ExchangeMasker } from '../../../../harness/recordings/exchange-masker.ts'
import { startRecorder } from '../../../../harness/recordings/recorder.ts'
import { RecordingWriter } from '../../../../harness/recordings/recording-writer.ts'
import { makeCertificate } from '../../../../mock-datasource/index.ts'
import { openMock } from '../../../mock-datasource/support/open-mock.ts'
import { connector as qradar } from '../../../sources/qradar/connector.ts'

let folder = ''
beforeEach(() => {
  const former = process.cwd()
  folder = mkdtempSync(join(tmpdir(), 'draft-'))
  process.chdir(folder)
  onTestFinished(() => {
    process.chdir(former)
    rmSync(folder, { recursive: true })
  })
})

/** Has a connector use a mock of QRadar as people do, and writes down what that answers. */
async function recorded(): Promise<string> {
  const settings = { dataSet: { rows: 12, seed: 1 }, maxPageSize: 5 }
  const mock = await openMock({ dataSource: 'qradar', settings })
  const certificate = await makeCertificate()
  const path = join(folder, 'recorded')
  const writer = new RecordingWriter(path, mock.url)
  const recorder = await startRecorder({
    ...{ host: '127.0.0.1', port: 0, certificate },
    upstream: { origin: mock.url, basePath: '' },
    masker: new ExchangeMasker(),
    ended: ({ exchange }) => writer.add(exchange),
  })
  onTestFinished(() => recorder.close())
  const connection = {
    ...{ host: '127.0.0.1', port: recorder.port },
    selfSignedCert: certificate.cert,
  }
  const right = qradar(connection, { auth: { sec: mock.account.credentials['token'] } as never })
  const wrong = qradar(connection, { auth: { sec: 'a-wrong-token' } as never })
  await right.ping()
  await wrong.ping()
  const { search_id: id } = (await right.query('SELECT * FROM events')) as { search_id: string }
  for (let n = 0; n < 3; n += 1) await right.status(id)
  await right.results(id, 0, 5)
  await right.results(id, 5, 5)
  await right.delete(id)
  await right.status(id)
  return path
}

describe('data-source new --from-recording', () => {
  it('drafts what passes the check once its places are filled in', async () => {
    const path = await recorded()
    expect(draftFromRecording('night-watch', path)[0]).toContain('night-watch.yaml is a draft')
    const draft = readFileSync('night-watch.yaml', 'utf8')
    expect(draft).not.toContain('a-wrong-token')
    for (const guess of [
      'mode: asynchronous',
      'scheme: header',
      'style: range-header',
      'at: query_expression',
      'path: /api/ariel/searches/{id}/results',
      'key: eventid',
      'EXECUTE: RUNNING',
      'cursor_id: "{{id}}"',
    ]) {
      expect(draft.replaceAll("'", '"')).toContain(guess.replaceAll("'", '"'))
    }
    expect(draft.match(/^# A guess: .*exchange/gm)?.length).toBeGreaterThan(5)
    writeFileSync('filled.yaml', filledIn(draft))
    const check = await checkSource(loadDescription(join(folder, 'filled.yaml'), 'filled.yaml'))
    expect(check.findings?.filter(({ problem }) => problem !== undefined)).toEqual([])
    expect(check.held).toBe(true)
  })
})

/** As somebody would who knows the API. */
function filledIn(draft: string): string {
  const known: Readonly<Record<string, string>> = {
    '# some: level > {{n}}': 'some: SELECT * FROM events WHERE magnitude >= {{n}}',
    '# with: name = "{{text}}"': "with: SELECT * FROM events WHERE eventpayload = '{{text}}'",
    '# escape: backslash': 'escape: sql',
    '# refused: all and': 'refused: SELECT FROM',
    '# CANCELED: CANCELED': 'CANCELED: CANCELED',
    '# FAILED: ERROR': 'ERROR: ERROR',
    '  roles:': [
      "    '26': { http: 403, message: You may not., means: [forbidden] }",
      "    '1003': { http: 404, message: It still runs. }",
      "    '1005': { http: 422, message: A parameter is wrong., means: [invalid_parameter] }",
      "    '1020': { http: 500, message: Something went wrong., means: [unknown] }",
      "    '2000': { http: 422, message: This is no query., means: [invalid_query] }",
      "    '4': { http: 404, message: There is nothing here. }",
      '  roles:',
    ].join('\n'),
    '# forbidden: CODE': "forbidden: '26'",
    '# running: CODE': "running: '1003'",
    '# bad_parameter: CODE': "bad_parameter: '1005'",
    '# bad_query: CODE': "bad_query: '2000'",
    '# general: CODE': "general: '1020'",
    '# no_such_resource: CODE': "no_such_resource: '4'",
  }
  return Object.entries(known).reduce((text, [open, filled]) => {
    expect(text).toContain(open)
    return text.replace(open, () => filled)
  }, draft)
}
