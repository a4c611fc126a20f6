import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { FORMS } from '../../harness/report/forms.ts'
import { runProgram } from '../support/run-program.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const { version } = JSON.parse(read('package.json')) as { version: string }
/** Of several machines, and of several connectors: they have tests of their own in test/ci. */
const OF_SEVERAL = [
  'github-actions-matrix.yml',
  'github-actions-several.yml',
  'kubernetes-indexed-job.yml',
]
const FILES = readdirSync('docs/ci').filter((name) => !OF_SEVERAL.includes(name))

describe('the files to begin with in CI', () => {
  it('are there for four servers, and linked', () => {
    expect(FILES).toEqual([
      'Jenkinsfile',
      'azure-pipelines.yml',
      'github-actions.yml',
      'gitlab-ci.yml',
    ])
    for (const name of FILES) expect(read('docs/ci.md')).toContain(`(ci/${name})`)
  })

  it.each(FILES)(
    '%s runs one command of this version, whose reports are forms that there are',
    (name) => {
      const text = read(`docs/ci/${name}`)
      const [, command = ''] = /(npx --yes connector-contract@[^\n']+)/.exec(text) ?? []
      expect(command).toMatch(`connector-contract@${version} verify --json report.json`)
      const forms = [...command.matchAll(/--report (\w+)=/g)].map(([, form]) => form)
      expect(Object.keys(FORMS)).toEqual(expect.arrayContaining(forms))
    },
  )

  it.each(FILES)(
    '%s runs a step that ends well for a connector which holds, and writes what it publishes',
    async (name) => {
      const folder = mkdtempSync(join(tmpdir(), 'ci-files-'))
      onTestFinished(() => rmSync(folder, { recursive: true }))
      const module = join(process.cwd(), 'connectors/abc-security-monitor/index.ts')
      const config = { target: { module }, only: ['MODE-1'], runs: 1, http: true }
      writeFileSync(join(folder, 'connector-contract.config.json'), JSON.stringify(config))
      const text = read(`docs/ci/${name}`)
      const [, words = ''] = /npx --yes connector-contract@[\d.]+ ([^\n']+)/.exec(text) ?? []
      // Its token may only read, as that of a pull request from a fork: nothing is asked of the server.
      const { exitCode, stderr } = await runProgram(words.trim().split(' '), { CI: 'true' }, folder)
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      const published = new Set(text.match(/\breport\.(?:json|xml|html|sarif)\b/g))
      for (const file of published) expect(existsSync(join(folder, file)), file).toBe(true)
    },
    60_000,
  )

  it.each(FILES.filter((name) => name.endsWith('.yml')))('%s is YAML', (name) => {
    expect(parse(read(`docs/ci/${name}`))).toBeTypeOf('object')
  })
})

describe('the documentation', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => `docs/${path}`),
  ]

  it('leaves no name for its reader to guess, and names this version', () => {
    for (const page of pages) {
      expect(read(page), page).not.toContain('<owner>')
      const named = [...read(page).matchAll(/connector-contract@(\d[\w.-]*)/g)].map(
        ([, each]) => each,
      )
      expect(
        [...new Set(named)].filter((each) => each !== version),
        page,
      ).toEqual([])
    }
  })
})
