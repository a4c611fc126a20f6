import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { travel } from '../../../../harness/run/scenario/travel.ts'
import { BUILT_IN, makeCertificate } from '../../../../mock-datasource/index.ts'
import { RECIPES } from '../../../../mock-datasource/recipes/index.ts'
import { prepare, recipesAt } from '../../../../mock-datasource/recipes/prepare.ts'
import { factoryDriver } from '../../../support/factory-driver.ts'
import { CORRECT_CONNECTORS, type CorrectConnector } from '../../../wrapped/support/correct.ts'
import { recipesPage } from './recipes-page.ts'
import { WRONG_WAYS, type WrongWayName } from './wrong-ways.ts'

const PAGE = fileURLToPath(new URL('../../../../docs/recipes.md', import.meta.url))
const certificate = await makeCertificate()

/** How it is got wrong, where that is not by taking whatever comes for a success. */
const WRONG: Readonly<Record<string, WrongWayName>> = {
  'connection-drops-on-page': 'loses a row of each page',
  'never-completes': 'believes every search done',
  'fails-at-half': 'believes every search done',
  'canceled-by-an-administrator': 'believes every search done',
  'progress-goes-back': 'believes every search done',
  'short-pages': 'loses a row of each page',
  'slow-but-within-timeout': 'gives up on what is right',
  'connections-not-kept': 'gives up on what is right',
  'one-huge-row': 'loses a row of each page',
  'odd-ids': 'cuts ids at what has a meaning in a URL',
  'json-under-wrong-type': 'loses a row of each page',
  'rows-change-while-paging': 'hands out more rows than asked for',
  'next-page-leads-back': 'hands out more rows than asked for',
}

/** Where the usual value would take long. */
const QUICK: Readonly<Record<string, object>> = {
  'slow-but-within-timeout': { milliseconds: 20 },
  'one-huge-row': { megabytes: 1 },
  'bytes-drip': { milliseconds: 50 },
}

/** Those in which nothing else ends a call than its timeout, which is short in them, in seconds. */
const WAITING = ['bytes-drip', 'accepts-and-says-nothing', 'answer-never-comes']
const SHORT = { connection: { options: { timeout: 0.3 } } }

async function travelled(correct: CorrectConnector, recipe: string, wrong?: WrongWayName) {
  const { source, mode, declarations, make } = correct
  const driver = factoryDriver(wrong === undefined ? make : WRONG_WAYS[wrong](make))
  const isEncrypted = RECIPES.find(({ name }) => name === recipe)?.encrypted === true
  return travel(
    {
      ...{ driver, source, mode, declarations, certificate },
      scheme: isEncrypted ? 'https' : correct.scheme,
      name: `${recipe}/${correct.name}`,
      deadlineMilliseconds: 20_000,
      ...(WAITING.includes(recipe) && { passed: SHORT }),
    },
    {
      rows: 25,
      settings: { page_size: 10 },
      happens: [{ recipe, ...QUICK[recipe] }],
    },
  )
}

const SOURCES = CORRECT_CONNECTORS.filter(({ mode, source }) => mode === source.modes[0])

/** Two of those that can have it, others for each recipe. */
function twoFor(recipe: string, place: number): readonly CorrectConnector[] {
  const able = SOURCES.filter(({ source }) =>
    recipesAt(source).some(({ name, whyNot }) => name === recipe && whyNot === undefined),
  )
  // The others ask for whole results at once, so that there is no page but the first.
  const usual = able.filter(({ name }) => !name.startsWith('ledger-watch'))
  const tried = usual.length < 2 ? able : usual
  return [0, 1].flatMap((next) => tried[(2 * place + next) % tried.length] ?? [])
}

const ROWS = RECIPES.flatMap(({ name }, place) =>
  twoFor(name, place).map((correct) => ({ recipe: name, at: correct.name, correct })),
)

const titleOf = ({ recipe, at }: { readonly recipe: string; readonly at: string }) =>
  `${recipe} at ${at}`
/** What correct connectors have made of each, for the table. */
const outcomes = new Map<string, string>()

it.concurrent.each(ROWS)(
  '$recipe at $at: a correct connector comes through, another does not',
  async (row) => {
    const { recipe, correct } = row
    const right = await travelled(correct, recipe)
    expect(right.findings.map(shown)).toEqual([])
    const { faults = [] } = prepare({ recipe }, correct.source, 'https')
    if (faults.length > 0) expect(right.struck).toBeGreaterThan(0)
    outcomes.set(titleOf(row), outcomeOf(right))
    const wrong = await travelled(
      correct,
      recipe,
      WRONG[recipe] ?? 'takes whatever comes for a success',
    )
    expect(wrong.findings.map(shown)).not.toEqual([])
  },
)

it('docs/recipes.md says which data sources can have which, and what correct connectors made of them', async () => {
  const sources = await Promise.all(BUILT_IN.map(({ load }) => load()))
  // Where some of the tests alone have run, there is nothing to compare.
  if (outcomes.size < ROWS.length) return
  await expect(recipesPage(sources, outcomes)).toMatchFileSnapshot(PAGE)
})

type Travelled = Awaited<ReturnType<typeof travelled>>

function shown({ call, clause, expected, actual }: Travelled['findings'][number]) {
  return `call ${call}, ${clause}: ${expected}; ${actual}`
}

/** What came of the calls that were struck, or of all where the settings are the case. */
function outcomeOf({ journey: { calls }, struck }: Travelled): string {
  const told = calls.filter((call) => struck === 0 || call.struck.length > 0)
  const words = told.flatMap(({ answer: { reading } }) => {
    if (reading.kind === 'failure') return [`\`${reading.envelope['code']}\``]
    return reading.kind === 'success' ? ['right'] : []
  })
  return [...new Set(words)].toSorted().join(', ')
}
