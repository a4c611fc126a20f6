import type { DataSourceDefinition } from '../../../../mock-datasource/index.ts'
import { RECIPES } from '../../../../mock-datasource/recipes/index.ts'
import { recipesAt } from '../../../../mock-datasource/recipes/prepare.ts'

const INTRODUCTION = `# Recipes

<!-- Written by \`node scripts/write-recipes-page.ts\`, from what ran. -->

The error cases that a mock brings about by name: \`mock --recipe NAME\` ([how](mock.md#recipes)). A cell says what a correct
connector has made of the calls that were struck (\`right\`: the right answer), ✓ that the data source can have the case, and
— that it cannot; \`recipes NAME\` says why. In the tests each is tried at two data sources, with a correct connector and with
one that gets it wrong.
`

/** The page of all recipes, by what came of those that were tried. */
export function recipesPage(
  sources: readonly DataSourceDefinition[],
  outcomes: ReadonlyMap<string, string>,
): string {
  const named = sources.map((source) => ({ source, views: recipesAt(source) }))
  const cell = (recipe: string, { source, views }: (typeof named)[number]) => {
    const isThere = views.some(({ name, whyNot }) => name === recipe && whyNot === undefined)
    return isThere ? (outcomes.get(`${recipe} at ${source.name}`) ?? '✓') : '—'
  }
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [
    row(['recipe', ...sources.map(({ title }) => title)]),
    row(['---', ...sources.map(() => '---')]),
    ...RECIPES.map(({ name }) =>
      row([`[\`${name}\`](#${name})`, ...named.map((each) => cell(name, each))]),
    ),
  ]
  const each = RECIPES.map(({ name, says, correct, fields }) => {
    const known = Object.keys(fields).map((field) => `\`${field}\``)
    const last = known.length === 0 ? '' : ` Fields: ${known.join(', ')}.`
    return `## ${name}\n\n${says}${last}\n\nA correct connector: ${correct}.\n`
  })
  return [INTRODUCTION, `${table.join('\n')}\n`, ...each].join('\n')
}
