import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { CHECKS } from '../../../harness/checks/index.ts'
import type { Target } from '../../../harness/drivers/target.ts'
import type { Check } from '../../../harness/kit/define-check.ts'
import { makeCertificate } from '../../../mock-datasource/index.ts'
import { brokenCommands } from '../../broken/support/broken-files.ts'
import { verdicts } from '../../variants/verdict.ts'
import { startHost } from './fixtures/start-host.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const VARIABLE = 'CONNECTOR_CONTRACT_TEST_BROKEN'
const HOSTED = fileURLToPath(new URL('../../python/parity', import.meta.url))
const DRIVERS = ['command', 'stix-shifter', 'proxy-host'] as const
type DriverName = (typeof DRIVERS)[number]

/**
 * Each breaks a part of the reference that every driver reaches. The first of a family is held against all of that, by
 * each driver; of the others, whatever is not about their clause and is broken nowhere needs no further driver.
 */
const BROKEN = [
  'err_3_forbidden_not_in_the_table',
  'err_1_codes_as_text',
  'err_5_status_alone',
  'life_10_delete_left_as_in_the_template',
  'life_1_sorting_forgotten',
  'mode_3_escapes_resolved',
  'net_4_verification_off',
  'page_3_end_inclusive',
  'page_1_offset_ignored',
  'sec_3_id_not_quoted',
] as const

/** So many listed cases: all, or nearly, of the check that is about the defect, and one of each other. */
const MOST = { about: 12, others: 1 } as const
const table: string[][] = []

afterAll(() => {
  const rows = [['connector', ...DRIVERS], ...table]
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
})

describe('one connector, one verdict', { timeout: 300_000 }, () => {
  // The proxy host is put to all of it here; what .ci/run does besides puts the other two to more.
  it('the correct connector breaks nothing, whichever driver calls it', async () => {
    const ofEachClause = CHECKS.filter(
      ({ clause }, place) => CHECKS.findIndex((check) => check.clause === clause) === place,
    )
    const outcomes = await outcomesOf('the reference', undefined, undefined, (driver) =>
      driver === 'proxy-host' ? CHECKS : ofEachClause,
    )
    for (const driver of DRIVERS) expect(brokenIn(outcomes[driver])).toEqual([])
  })

  it.each(BROKEN)('%s breaks the same clauses, whichever driver calls it', async (name) => {
    const { caughtBy } = brokenCommands().find((each) => each.name === `python/${name}.py`) ?? {}
    const family = caughtBy?.split('-')[0] ?? ''
    const ofFamily = CHECKS.filter((check) => check.name.startsWith(`${family}-`))
    const isFirst = BROKEN.find((each) => each.startsWith(family.toLowerCase())) === name
    const broken = `${ROOT}test/broken/python/${name}.py`
    const outcomes = await outcomesOf(name, broken, caughtBy, (driver, { command }) =>
      driver === 'command' || isFirst
        ? ofFamily
        : ofFamily.filter(
            (check) => isAbout(check, caughtBy) || command[check.name] === 'violated',
          ),
    )
    expect(brokenIn(outcomes.command)).toContain(caughtBy)
    for (const driver of DRIVERS) {
      const byCommand = Object.keys(outcomes[driver]).map((check) => [
        check,
        outcomes.command[check],
      ])
      expect(judgedBy(outcomes[driver], outcomes)).toEqual(
        judgedBy(Object.fromEntries(byCommand), outcomes),
      )
    }
  })
})

type Outcomes = Readonly<Record<string, string>>

/** Whether a check is of the clause that catches a defect. */
function isAbout({ clause }: Check, caughtBy: string | undefined): boolean {
  return caughtBy?.split(' ')[0] === clause
}

async function outcomesOf(
  name: string,
  broken: string | undefined,
  about: string | undefined,
  checksFor: (
    driver: DriverName,
    sofar: Readonly<Record<DriverName, Outcomes>>,
  ) => readonly Check[],
) {
  if (broken === undefined) vi.stubEnv(VARIABLE, undefined)
  else vi.stubEnv(VARIABLE, broken)
  const host = await startHost(await makeCertificate(), HOSTED)
  try {
    const outcomes = {} as Record<DriverName, Outcomes>
    for (const driver of DRIVERS) {
      const target = targetOf(driver, broken, host)
      const most = ({ name: check }: Check) => (check === about ? MOST.about : MOST.others)
      const found = await verdicts(target, checksFor(driver, outcomes), {
        scheme: 'mostly-http',
        runs: 1,
        most,
      })
      outcomes[driver] = Object.fromEntries(
        found.map((each) => [each.check.name, each.result.state]),
      )
    }
    table.push([name, ...DRIVERS.map((driver) => brokenIn(outcomes[driver]).join(', ') || 'held')])
    return outcomes
  } finally {
    await host.close()
    vi.unstubAllEnvs()
  }
}

function targetOf(
  driver: DriverName,
  broken: string | undefined,
  host: { readonly url: string; readonly certificate: string },
): Target {
  const program = broken ?? 'connectors/abc-security-monitor-python/main.py'
  const checkout = 'test/python/stix_shifter_stand_in'
  switch (driver) {
    case 'command':
      return { kind: 'command', prefix: ['python3', '-B', program, 'transmit', 'abc'], cwd: ROOT }
    case 'stix-shifter':
      return { kind: driver, checkout, module: 'with_a_defect', python: 'python3', from: ROOT }
    case 'proxy-host':
      return {
        kind: driver,
        url: host.url,
        certificate: host.certificate,
        module: 'abc',
        from: ROOT,
      }
  }
}

function brokenIn(outcomes: Outcomes): readonly string[] {
  return Object.keys(outcomes).filter((name) => outcomes[name] === 'violated')
}

/** What a driver found, but for the checks that the transport of some driver cannot carry. */
function judgedBy(outcomes: Outcomes, all: Readonly<Record<DriverName, Outcomes>>): Outcomes {
  const isCarried = (name: string) =>
    DRIVERS.every((driver) => all[driver][name] !== 'not-applicable')
  return Object.fromEntries(Object.entries(outcomes).filter(([name]) => isCarried(name)))
}
