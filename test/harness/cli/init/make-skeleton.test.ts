import { dirname, join } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ConfigFile } from '../../../../contracts/config-file.ts'
import { makeSkeleton } from '../../../../harness/cli/init/make-skeleton.ts'
import { nextSteps } from '../../../../harness/cli/init/next-steps.ts'
import type { Skeleton } from '../../../../harness/cli/init/skeleton.ts'
import { toolName } from '../../../../harness/run/tool-name.ts'
import { importsOf } from '../../../architecture/imports-of.ts'
import { WISHES, WISHES_IN_WORDS } from './skeletons.ts'

const TITLE = 'a skeleton (%s)'

function textOf({ files }: Skeleton, path: string): string {
  return files.find((file) => file.path === path)?.text ?? `there is no ${path}`
}

describe.each(WISHES_IN_WORDS)(TITLE, (_words, wish) => {
  const skeleton = makeSkeleton(wish)
  const paths = skeleton.files.map((file) => file.path)

  it('writes to no place twice, and nowhere but into its folder and the CI jobs', () => {
    expect(new Set(paths).size).toBe(paths.length)
    const elsewhere = paths.filter((path) => !path.startsWith('my-connector/'))
    expect(elsewhere).toEqual(['.github/workflows/my-connector.yml'])
  })

  it('says to edit what is there, in the order of the guide', () => {
    const files = skeleton.edits.flatMap((edit) => edit.files)
    expect(files.filter((file) => !paths.includes(file))).toEqual([])
    const first = skeleton.edits.map((edit) => edit.files[0]?.replace(/^.*\//, ''))
    expect(first).toEqual([
      expect.stringMatching(/^api.client\./),
      expect.stringMatching(/^ping.connector\./),
      expect.stringMatching(/^error.mapper\./),
    ])
  })

  it('names neither the reference nor a template', () => {
    const text = skeleton.files.map((file) => `${file.path}\n${file.text}`).join('\n')
    expect(text).not.toMatch(/abc_security_monitor|abc-security-monitor|@latest/)
  })

  it('has a CI job that verifies it with this version', () => {
    const workflow = parse(textOf(skeleton, '.github/workflows/my-connector.yml'))
    const { defaults, steps } = workflow.jobs.contract
    expect(defaults.run['working-directory']).toBe('my-connector')
    const [, version] = toolName().split(' ')
    expect(steps.at(-1).run).toBe(
      wish.language === 'python'
        ? `npx --yes connector-contract@${version} verify`
        : 'npx connector-contract verify',
    )
  })

  it('tells verify of itself in a configuration that is one', () => {
    const text = textOf(skeleton, 'my-connector/connector-contract.config.yaml')
    expect(ConfigFile.parse(parse(text))).toMatchObject({
      declare: { mode: wish.mode === 'async' ? 'asynchronous' : 'synchronous' },
    })
  })
})

describe.each(WISHES_IN_WORDS.filter(([, { language }]) => language === 'typescript'))(
  TITLE,
  (_words, wish) => {
    const { files } = makeSkeleton(wish)

    it('imports only its own files, and what its package.json names', () => {
      const paths = new Set(files.map((file) => file.path))
      const manifest = JSON.parse(
        textOf({ files, edits: [], verify: [] }, 'my-connector/package.json'),
      )
      const strangers = files
        .filter((file) => file.path.endsWith('.ts'))
        .flatMap(({ path, text }) =>
          importsOf(path, text).filter(({ specifier = '' }) => {
            if (specifier.startsWith('.')) return !paths.has(join(dirname(path), specifier))
            return !specifier.startsWith('node:') && !(specifier in manifest.dependencies)
          }),
        )
      expect(strangers).toEqual([])
    })
  },
)

describe('a connector for another data source', () => {
  const [wish] = WISHES
  if (wish === undefined) throw new Error('there is no wish')
  const other = { ...wish, dataSource: { word: '../ledger.ts', isAnother: true } }

  it('has it named in its configuration', () => {
    const { files } = makeSkeleton(other)
    const config = files.find(({ path }) => path.endsWith('connector-contract.config.yaml'))
    expect(config?.text).toContain('data_source: "../ledger.ts"')
  })

  it('is said to speak the API of the one that it was made from still', () => {
    const words = nextSteps(other, makeSkeleton(other))
    expect(words).toContain('It speaks the API of ABC Security Monitor still; `verify` says so')
    expect(words).not.toContain('It holds the contract')
    expect(nextSteps(wish, makeSkeleton(wish))).toContain('It holds the contract')
  })
})

describe('a skeleton with tests for pytest', () => {
  const pathsOf = (wish: (typeof WISHES)[number]) =>
    makeSkeleton(wish).files.map(({ path }) => path)

  it('is the one in Python, and two files more', () => {
    const [python] = WISHES
    if (python === undefined) throw new Error('there is none')
    const more = pathsOf({ ...python, pytest: true }).filter(
      (path) => !pathsOf(python).includes(path),
    )
    expect(more).toEqual(['my-connector/pytest.ini', 'my-connector/tests/test_contract.py'])
  })
})
