import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type * as z from 'zod'
import { makeSkeleton } from '../../harness/cli/init/make-skeleton.ts'
import { WISHES } from '../harness/cli/init/skeletons.ts'
import { Azure, GitHubSteps, GitHubWorkflow, GitLab } from './support/ci-schemas.ts'

const read = (path: string) => readFileSync(path, 'utf8')

type File = readonly [what: string, text: string, schema: z.ZodType]

/** The files of this project that a server reads: ours, those to begin with, and what `init` writes. */
const FILES: readonly File[] = [
  ...['github-actions', 'github-actions-matrix', 'github-actions-several'].map(
    (name) => [`docs/ci/${name}.yml`, read(`docs/ci/${name}.yml`), GitHubWorkflow] as const,
  ),
  ['docs/ci/gitlab-ci.yml', read('docs/ci/gitlab-ci.yml'), GitLab],
  ['ci/gitlab.yml', read('ci/gitlab.yml'), GitLab],
  ['docs/ci/azure-pipelines.yml', read('docs/ci/azure-pipelines.yml'), Azure],
  ...WISHES.flatMap((wish) =>
    makeSkeleton(wish)
      .files.filter(({ path }) => path.startsWith('.github/workflows/'))
      .map(({ text }) => [`init: ${wish.language}, ${wish.mode}`, text, GitHubWorkflow] as const),
  ),
  ...inPages(),
]

/** What the pages show of such files; a list of steps stands there for a job. */
function inPages(): readonly File[] {
  const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  return pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) =>
      [...read(`docs/${page}`).matchAll(/^```yaml\n(.*?)^```/gms)].flatMap(([, text = '']) =>
        fileIn(`docs/${page}`, text),
      ),
    )
}

function fileIn(page: string, text: string): readonly File[] {
  const content: Readonly<Record<string, unknown>> = parse(text)
  if ('jobs' in content) return [[page, text, GitHubWorkflow]]
  if ('include' in content) return [[page, text, GitLab]]
  return 'steps' in content ? [[page, text.replace('steps:\n', ''), GitHubSteps]] : []
}

describe('a file that a CI server reads', () => {
  it.each(FILES)('says what the server lets it say: %s', (_, text, schema) => {
    expect(schema.safeParse(parse(text)).error?.issues ?? []).toEqual([])
  })

  it('is there for each way in which `init` writes a connector, and in the pages', () => {
    const named = FILES.map(([what]) => what)
    expect(named.filter((what) => what.startsWith('init: '))).toHaveLength(WISHES.length)
    expect(named).toEqual(expect.arrayContaining(['docs/ci.md', 'docs/pytest.md']))
  })

  it.each([
    ['github-actions.yml', 'runs-on:', 'run-on:', GitHubWorkflow],
    ['github-actions-several.yml', 'working-directory:', 'working_directory:', GitHubWorkflow],
    ['gitlab-ci.yml', 'when: always', 'when: ever', GitLab],
    ['azure-pipelines.yml', 'NodeTool@0', 'UseNode@1', Azure],
    ['azure-pipelines.yml', 'condition:', 'conditions:', Azure],
  ])('is refused with another word: %s, %s', (name, word, other, schema) => {
    const text = read(`docs/ci/${name}`)
    expect(text).toContain(word)
    expect(schema.safeParse(parse(text.replace(word, other))).success).toBe(false)
  })
})

describe('the Jenkinsfile', () => {
  const code = read('docs/ci/Jenkinsfile')
    .replaceAll(/\/\/.*/g, '')
    .replaceAll(/'[^'\n]*'/g, "''")

  it('is a declarative pipeline: an agent, stages of steps, and what is done always', () => {
    const blocks = code
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\b(?:sh|junit|archiveArtifacts) [^{}]*/g, '… ')
    expect(blocks.trim()).toBe(
      "pipeline { agent any stages { stage('') { steps { … } } } post { always { … } } }",
    )
  })
})
