import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { CLAUSES } from '../../../contracts/clauses.ts'
import { checkLines } from '../../../harness/cli/data-source/check-lines.ts'
import type { SourceCheck } from '../../../harness/cli/data-source/check-source.ts'
import { listed, listLines } from '../../../harness/cli/data-source/list-sources.ts'
import { draftedLines } from '../../../harness/cli/data-source/write-draft.ts'
import { explanation } from '../../../harness/cli/explain.ts'
import { HELP_LAYOUT } from '../../../harness/cli/help-layout.ts'
import { catalogue } from '../../../harness/cli/list.ts'
import { list } from '../../../harness/cli/recipes.ts'
import { everySubcommand } from '../../../harness/cli/subcommands.ts'
import type { DriftReport } from '../../../harness/drift/drift-report.ts'
import { driftTerminal } from '../../../harness/drift/terminal/drift-terminal.ts'
import { readReportFile } from '../../../harness/report/record/read-report-file.ts'
import { terminalReport } from '../../../harness/report/terminal/terminal.ts'
import { byCause } from '../../../harness/report/words/by-cause.ts'
import { columnsOf, within } from '../../../harness/text/columns.ts'
import { widthOf } from '../../../harness/text/width-of.ts'
import { BUILT_IN, type DataSourceDefinition, recipesAt } from '../../../mock-datasource/index.ts'
import { abcSource } from '../../support/abc-source.ts'

const WIDTHS = [60, 80, 200]
const SAMPLE = new URL('../../../docs/samples/report.json', import.meta.url)

const withSubcommands = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
]
const commands = (await everySubcommand()).flatMap(withSubcommands)
const [run] = readReportFile(readFileSync(SAMPLE, 'utf8'), 'a sample').runs
if (run === undefined) throw new Error('the sample holds no run')

/** A report with what is long or wide in it. */
const WIDE = {
  ...run,
  target: '日本語/コネクタ/とても長い名前のファイル.ts',
  violations: run.violations.map((each) => ({
    ...each,
    expected: `rows ${Array.from({ length: 9 }, (_, n) => `行-${n}-日本語`).join(', ')}`,
    actual: 'é'.normalize('NFD').repeat(400),
    explanation: ['全ての行が逆の順序で戻ってきた '.repeat(9).trim()],
  })),
}

/** Lines that are too wide, but for those of one word that is, which may be there to be copied. */
function tooWide(text: string, width: number): readonly string[] {
  return text
    .split('\n')
    .filter((line) => widthOf(line) > width && line.trim().replace(/ \\$/, '').includes(' '))
}

const NOT_STRICT = { strict: false }
const everySource = () => Promise.all(BUILT_IN.map(({ load }) => load()))

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

describe.each(WIDTHS)('at %i columns', (width) => {
  it('the help of every command has no line that is too wide, and no word in two', () => {
    for (const command of commands) {
      const help = (columns: number) =>
        command
          .configureHelp({ ...command.configureHelp(), ...HELP_LAYOUT })
          .configureOutput({ getOutHelpWidth: () => columns })
          .helpInformation()
      expect(tooWide(help(width), width), command.name()).toEqual([])
      expect(wordsOf(help(width))).toEqual(wordsOf(help(500)))
    }
  })

  it.each([
    ['list', () => catalogue()],
    ['recipes', () => list(recipesAt(abcSource))],
    ['explain', () => CLAUSES.map(explanation).join('\n')],
  ])('`%s` has no line that is too wide, and no word in two', (_, write) => {
    expect(tooWide(within(width, write), width)).toEqual([])
    expect(wordsOf(within(width, write))).toEqual(wordsOf(within(500, write)))
  })

  it.each([
    ['a report', run],
    ['a report of wide characters', WIDE],
  ])('%s has no line that is too wide, and its commands can be pasted', (_, each) => {
    const text = within(width, () => terminalReport(each, { matrix: true }))
    expect(tooWide(text, width)).toEqual([])
    const pasted = text.replaceAll(/ \\\n\s+/g, ' ')
    for (const { lead } of byCause(each.violations)) expect(pasted).toContain(lead.again)
  })
})

const BODY = `{"rows":[${Array.from({ length: 40 }, (_, n) => `{"id":${n},"name":"row ${n}"}`)}]}`

/** What `data-source check` has of a data source whose names and addresses are long, and of which something is wrong. */
const CHECK: SourceCheck = {
  ...{
    name: 'night-watch',
    title: 'Night Watch of the Northern Coast, Second Edition',
    held: false,
  },
  findings: [
    {
      ...{
        about: 'operations',
        name: 'create a search',
        seen: 'HTTP 200 with 12 rows of the table',
      },
      exchange: {
        request: {
          ...{
            method: 'GET',
            headers: { accept: 'application/json', range: 'items=0-11' },
            body: BODY,
          },
          path: `/api/v2/${'searches/'.repeat(4)}?${Array.from({ length: 9 }, (_, n) => `field${n}=日本語${n}`).join('&')}`,
        },
        response: { status: 200, headers: { link: '</api?cursor=1>; rel="next"' }, body: BODY },
      },
    },
    {
      ...{
        about: 'errors',
        name: 'no_search',
        seen: 'HTTP 404 and a body that says nothing of a code',
      },
      problem: 'it reads as no error: the code 1002 of the table stands in no member of its answer',
    },
  ],
  inapplicable: [
    {
      mode: 'asynchronous',
      reason: 'Night Watch of the Northern Coast has no way to delete a search that is running',
      checks: ['life-10-deleted-while-running', 'life-5-unknown-id', 'err-1-every-listed-code'],
    },
  ],
}

const LONG = 'a search whose rows are asked for behind its end, in a window of no length at all'
const ABOUT = { scenario: 'ends', probe: 'GET /api/v1/searches/ID/results?offset=10&limit=5' }
const SIDE = (name: string) => ({ name, version: '4.2.1 of the tenth', leftBehind: [LONG] })
const SEEN = { kind: 'exact', value: LONG } as const

/** What `drift` has of two sides that differ in all that can be told. */
const DRIFT: DriftReport = {
  ...{ version: 1, kind: 'drift', tool: 'connector-contract 0.1.0', query: `SELECT ${LONG}` },
  date: '2026-11-28T12:00:00.000Z',
  url: SIDE('https://data-source.example:8443/api'),
  against: SIDE('mock'),
  scenarios: [{ name: 'ends', title: 'pages at the end of the rows of a search' }],
  agrees: ['one', 'two'].map((each) => ({ ...ABOUT, facet: each, seen: SEEN })),
  differs: [
    {
      ...{ ...ABOUT, facet: 'the message of its error' },
      url: {
        seen: SEEN,
        evidence: { request: `GET /api/${'a'.repeat(30)} ${LONG}`, status: 400, body: LONG },
      },
      against: {},
    },
  ],
  notCompared: [{ ...ABOUT, facet: 'progress', why: LONG }],
  trouble: [],
}

describe.each(WIDTHS)('at %i columns', (width) => {
  it.each([
    [
      'data-source list',
      (sources: readonly DataSourceDefinition[]) => listLines(sources.map(listed)),
    ],
    ['data-source check', () => checkLines(CHECK, './night-watch.yaml')],
    [
      'data-source new',
      () => draftedLines('a-long-name-of-a-data-source.yaml', `is ${LONG}.`, [LONG, LONG]),
    ],
    ['drift', () => [driftTerminal(DRIFT, { strict: true })]],
    ['drift that is incomplete', () => [driftTerminal({ ...DRIFT, trouble: [LONG] }, NOT_STRICT)]],
    ['drift where nothing differs', () => [driftTerminal({ ...DRIFT, differs: [] }, NOT_STRICT)]],
  ])('`%s` has no line that is too wide, and no word in two', async (_, write) => {
    const sources = await everySource()
    expect(sources).not.toEqual([])
    const text = (columns: number) => within(columns, () => write(sources).join('\n'))
    expect(tooWide(text(width), width)).toEqual([])
    expect(told(text(width))).toEqual(told(text(500)))
  })
})

/** All that is said, in whatever lines; bodies are cut to their line. */
function told(text: string): string {
  const lines = text.replaceAll(/ \\\n\s+/g, ' ').split('\n')
  return wordsOf(lines.filter((line) => !line.trim().startsWith('{')).join('\n')).join('')
}

describe('the width of a terminal', () => {
  it('counts where there is one, between what holds a line and what can be read', () => {
    expect(columnsOf({ isTTY: true, columns: 80 })).toBe(80)
    expect(columnsOf({ isTTY: true, columns: 20 })).toBe(60)
    expect(columnsOf({ isTTY: true, columns: 200 })).toBe(96)
    expect(columnsOf({})).toBe(96)
    expect(columnsOf({ isTTY: true, columns: 0 })).toBe(96)
  })
})
