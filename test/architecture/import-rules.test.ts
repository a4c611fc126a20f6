import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { circlesIn, importGraph } from './circles.ts'
import { PARTS, violationsIn } from './house-rules.ts'
import { importsOf } from './imports-of.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const FOLDERS = ['contracts', 'mock-datasource', 'connectors', 'harness', 'bench', 'scripts']
const FILES = globSync(`{${FOLDERS.join(',')}}/**/*.{ts,tsx,js,mts,mjs,cts,cjs}`, {
  cwd: ROOT,
  exclude: ['**/node_modules/**'],
}).sort()

describe('the source', () => {
  it('is found', () => {
    for (const folder of FOLDERS) {
      expect(FILES.filter((file) => file.startsWith(`${folder}/`))).not.toEqual([])
    }
  })

  it('imports only what its part of the house may', () => {
    const found = FILES.flatMap((file) =>
      violationsIn(file, readFileSync(`${ROOT}${file}`, 'utf8')),
    )
    expect(found).toEqual([])
  })

  it('has no circle of files, type-only imports included', () => {
    const graph = importGraph(FILES, (file) => readFileSync(`${ROOT}${file}`, 'utf8'))
    expect(graph.size).toBe(FILES.length)
    expect(circlesIn(graph)).toEqual([])
  })

  it('has files in every part that there is a rule for', () => {
    expect(PARTS.filter((part) => !FILES.some((file) => file.startsWith(part)))).toEqual([])
  })
})

/** Where a file lies, and an import that the rules of the house forbid it. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['contracts/clause.ts', "import type { Check } from '../harness/kit/define-check.ts'"],
  ['contracts/clause.ts', "import { startMockDataSource } from '../mock-datasource/index.ts'"],
  ['contracts/clause.ts', "import fc from 'fast-check'"],
  ['contracts/clause.ts', "import type { Body } from './abc-security-monitor/api.ts'"],
  ['contracts/clause.ts', "import { readFileSync } from 'node:fs'"],
  ['mock-datasource/http/app.ts', "import '../../connectors/abc-security-monitor/index.ts'"],
  ['mock-datasource/http/app.ts', "import '../../harness/errors.ts'"],
  ['mock-datasource/http/app.ts', "import '../sources/abc-security-monitor/definition.ts'"],
  ['mock-datasource/http/app.ts', "import '../data-source.ts'"],
  [
    'mock-datasource/sources/abc-security-monitor/answer.ts',
    "import { Refusal } from '../../data-source.ts'",
  ],
  ['harness/cli/init.ts', "import { jsonReply } from '../../mock-datasource/data-source.ts'"],
  ['mock-datasource/http/app.ts', "import { test } from 'vitest'"],
  ['mock-datasource/engine/search.ts', "import express from 'express'"],
  ['mock-datasource/engine/search.ts', "import type { Server } from 'node:http'"],
  ['mock-datasource/engine/search.ts', "import '../faults/schedule.ts'"],
  ['connectors/abc/index.ts', "import '../../mock-datasource/index.ts'"],
  ['connectors/abc/index.ts', "import express from 'express'"],
  ['harness/drivers/driver.ts', "import type { Check } from '../kit/define-check.ts'"],
  [
    'harness/drivers/driver.ts',
    "import { startMockDataSource } from '../../mock-datasource/index.ts'",
  ],
  ['harness/kit/session.ts', "import { Journal } from '../../mock-datasource/journal/journal.ts'"],
  ['harness/kit/session.ts', "import { openDriver } from '../drivers/open-driver.ts'"],
  ['harness/kit/session.ts', "import type { Plan } from '../engine/plan.ts'"],
  ['harness/explain/probe.ts', "import { openSession } from '../engine/session/open-session.ts'"],
  ['harness/engine/run-case.ts', "import { CHECKS } from '../checks/index.ts'"],
  ['harness/engine/run-case.ts', "import type { RunReport } from '../report/record/run-report.ts'"],
  ['harness/report/record/run-report.ts', "import { terminal } from '../terminal/terminal.ts'"],
  ['harness/checks/errors/err-1.ts', "import type { Driver } from '../../drivers/driver.ts'"],
  ['harness/checks/errors/err-1.ts', "import { expect } from 'vitest'"],
  ['harness/checks/errors/err-1.ts', "import { Control } from '../../../mock-datasource/index.ts'"],
  ['harness/report/badge/badge.ts', "import { startVitest } from 'vitest/node'"],
  ['harness/report/badge/badge.ts', "import { verify } from '../../run/verify.ts'"],
  ['harness/engine/plan.ts', "import { list } from '../cli/option-parsers.ts'"],
  ['harness/engine/plan.ts', "import { madePlan } from '../../test/support/made-options.ts'"],
  ['harness/cli/verify.ts', "import { startVitest } from 'vitest/node'"],
  ['harness/cli/verify.ts', "import '../../connectors/abc-security-monitor/index.ts'"],
  ['bench/main.ts', "import '../harness/cli/main.ts'"],
]

/** The same forbidden import in every form that there is. */
const FORMS = [
  "import '../harness/cli/main.ts'",
  "import main from '../harness/cli/main.ts'",
  "import * as main from '../harness/cli/main.ts'",
  "import type { Main } from '../harness/cli/main.ts'",
  "import { type Main } from '../harness/cli/main.ts'",
  "export { main } from '../harness/cli/main.ts'",
  "export type { Main } from '../harness/cli/main.ts'",
  "export * from '../harness/cli/main.ts'",
  "const main = await import('../harness/cli/main.ts')",
  "type Main = import('../harness/cli/main.ts').Main",
  "import main = require('../harness/cli/main.ts')",
  "const main = require('../harness/cli/main.ts')",
  'const main = await import(`../harness/cli/main.ts`)',
  'const main = await import(name)',
]

describe('the rules of the house', () => {
  it.each(FORBIDDEN)('forbid %s to say: %s', (path, statement) => {
    expect(violationsIn(path, `// first line\n${statement}\n`)).toEqual([
      expect.stringMatching(/^.+:2 imports .+$/),
    ])
  })

  it.each(FORMS)('see an import in whatever form: %s', (statement) => {
    expect(violationsIn('contracts/clause.ts', statement)).toHaveLength(1)
  })

  it.each([
    ['contracts/clause.ts', "import * as z from 'zod'\nimport type { Method } from './method.ts'"],
    ['mock-datasource/index.ts', "import './sources/abc-security-monitor/definition.ts'"],
    ['harness/kit/session.ts', "import type { Driver } from '../drivers/driver.ts'"],
    ['harness/checks/errors/err-1.ts', "import { fails } from '../../kit/expectations.ts'"],
    ['harness/run/verify.ts', "import { startVitest } from 'vitest/node'"],
    ['harness/report/from-vitest.ts', "import type { Reporter } from 'vitest/node'"],
    ['harness/cli/verify.ts', "const { verify } = await import('../run/verify.ts')"],
    ['harness/drivers/load-connector-module.ts', 'await import(pathToFileURL(path).href)'],
  ])('allow %s to say: %s', (path, statement) => {
    expect(violationsIn(path, statement)).toEqual([])
  })

  it('have no place for a file outside of every part', () => {
    expect(violationsIn('harness/elsewhere/file.ts', '')).toEqual([
      'harness/elsewhere/file.ts lies in no part of the house',
    ])
  })

  it('are not got round by a comment or a text that looks like an import', () => {
    const source = "// import 'express'\nconst text = \"import 'express'\"\n"
    expect(importsOf('contracts/clause.ts', source)).toEqual([])
  })
})

describe('a circle of imports', () => {
  const circles = (sources: Readonly<Record<string, string>>) =>
    circlesIn(importGraph(Object.keys(sources), (file) => sources[file] ?? ''))

  it('is printed as the way round', () => {
    const sources = {
      'harness/kit/a.ts': "import { b } from './b.ts'",
      'harness/kit/b.ts': "import { c } from './deep/c.ts'\nimport { leaf } from './leaf.ts'",
      'harness/kit/deep/c.ts': "export { a } from '../a.ts'",
      'harness/kit/leaf.ts': '',
    }
    expect(circles(sources)).toEqual([
      'harness/kit/a.ts → harness/kit/b.ts → harness/kit/deep/c.ts → harness/kit/a.ts',
    ])
  })

  it('is one where types alone are imported too', () => {
    const sources = {
      'contracts/a.ts': "import type { B } from './b.ts'",
      'contracts/b.ts': "import { type A } from './a.ts'",
    }
    expect(circles(sources)).toEqual(['contracts/a.ts → contracts/b.ts → contracts/a.ts'])
  })

  it('is none where two files share a third', () => {
    const sources = {
      'contracts/a.ts': "import './c.ts'\nimport './b.ts'",
      'contracts/b.ts': "import './c.ts'",
      'contracts/c.ts': "import 'zod'",
    }
    expect(circles(sources)).toEqual([])
  })
})
