import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { CLAUSES } from '../../../contracts/clauses.ts'
import { explanation } from '../../../harness/cli/explain.ts'
import { HELP_LAYOUT } from '../../../harness/cli/help-layout.ts'
import { catalogue } from '../../../harness/cli/list.ts'
import { list } from '../../../harness/cli/recipes.ts'
import { everySubcommand } from '../../../harness/cli/subcommands.ts'
import { readReportFile } from '../../../harness/report/record/read-report-file.ts'
import { terminalReport } from '../../../harness/report/terminal/terminal.ts'
import { byCause } from '../../../harness/report/words/by-cause.ts'
import { columnsOf, within } from '../../../harness/text/columns.ts'
import { widthOf } from '../../../harness/text/width-of.ts'
import { recipesAt } from '../../../mock-datasource/index.ts'
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

describe('the width of a terminal', () => {
  it('counts where there is one, between what holds a line and what can be read', () => {
    expect(columnsOf({ isTTY: true, columns: 80 })).toBe(80)
    expect(columnsOf({ isTTY: true, columns: 20 })).toBe(60)
    expect(columnsOf({ isTTY: true, columns: 200 })).toBe(96)
    expect(columnsOf({})).toBe(96)
    expect(columnsOf({ isTTY: true, columns: 0 })).toBe(96)
  })
})
