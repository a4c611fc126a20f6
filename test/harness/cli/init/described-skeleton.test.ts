import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ConnectorFactory } from '../../../../contracts/connector.ts'
import type { Description } from '../../../../contracts/data-source/description.ts'
import { describedSkeleton } from '../../../../harness/cli/init/described-skeleton.ts'
import { nextSteps } from '../../../../harness/cli/init/next-steps.ts'
import type { Wish } from '../../../../harness/cli/init/skeleton.ts'
import { findDataSource } from '../../../../harness/data-source/find-data-source.ts'
import { loadDataSource } from '../../../../harness/data-source/load-data-source.ts'
import { saidOf } from '../../../sources/support/said-of.ts'
import { abcSource } from '../../../support/abc-source.ts'

const TIDE_GATE = './test/sources/tide-gate/tide-gate.yaml'
const CHECKS = [
  ...['ENV-1', 'MODE-2 asynchronous', 'MODE-3', 'LIFE-1', 'LIFE-5', 'PAGE-1', 'PAGE-3', 'ERR-1'],
  ...['ERR-3 renewal', 'ERR-4', 'SEC-2', 'NET-2'],
]

async function skeletonFor(word: string) {
  const { definition } = await loadDataSource(findDataSource(word, process.cwd()))
  const described = definition.description as Description
  const wish: Wish = {
    ...{ name: 'mine', language: 'typescript', mode: 'async', source: abcSource },
    dataSource: { word, isAnother: true, described },
  }
  return { wish, skeleton: describedSkeleton(wish, described) }
}

/** The connector that is written for a data source, ready to be called. */
async function written(word: string): Promise<ConnectorFactory> {
  const folder = mkdtempSync(join(tmpdir(), 'skeleton-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  const { skeleton } = await skeletonFor(word)
  for (const { path, text } of skeleton.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const url = pathToFileURL(join(folder, 'mine/index.ts')).href
  const { default: create }: { default: ConnectorFactory } = await import(/* @vite-ignore */ url)
  return create
}

describe('init for a data source that is described', { timeout: 60_000 }, () => {
  it.each([TIDE_GATE, 'qradar'])('writes a connector that holds the contract: %s', async (word) => {
    const results = await saidOf(word)(await written(word), CHECKS, 4)
    expect(results.filter((each) => !/ held| not-applicable/.test(each))).toEqual([])
  })

  it('says what is not told, which the first verify shows', async () => {
    const { wish, skeleton } = await skeletonFor('okta')
    expect(skeleton.open?.join()).toContain('link-header')
    const said = nextSteps(wish, skeleton)
    expect(said).toContain('the first verify will show it: ')
    expect(said).toContain('mine/api.ts')
  })
})
