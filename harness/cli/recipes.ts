import { Command } from 'commander'
import {
  BUILT_IN,
  type DataSourceDefinition,
  DEFAULT_DATA_SOURCE,
  recipesAt,
} from '../../mock-datasource/index.ts'
import { findDataSource } from '../data-source/find-data-source.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import { onTerminal } from '../text/columns.ts'
import { style } from '../text/style.ts'
import { wrapValue } from '../text/wrap.ts'
import { type DataSourceOptions, dataSourceOption } from './data-source-option.ts'
import { recipeOf } from './mock/recipe-from-text.ts'

/** `recipes [NAME]`: the error cases that a mock brings about by name, a line each, or one of them in full. */
export function recipesCommand(): Command {
  return new Command('recipes')
    .summary('list the error cases that a mock brings about by name')
    .description(
      'Lists the error cases that `mock --recipe NAME` brings about, a line each, or tells one in full.',
    )
    .argument('[name]', 'one of them')
    .addOption(dataSourceOption())
    .option('--json', 'as JSON')
    .action(async (name: string | undefined, options: RecipesOptions) => {
      const { dataSource: word } = options
      const ref = word === undefined ? undefined : findDataSource(word, process.cwd())
      const { definition } = await loadDataSource(ref)
      process.stdout.write(`${await textOf(name, definition, options)}\n`)
    })
}

interface RecipesOptions extends DataSourceOptions {
  readonly json?: true
}

async function textOf(
  name: string | undefined,
  source: DataSourceDefinition,
  { json, dataSource }: RecipesOptions,
): Promise<string> {
  const all = recipesAt(source)
  if (name === undefined) {
    return json ? JSON.stringify(all.map(shown), null, 2) : onTerminal(() => list(all))
  }
  const recipe = recipeOf(name, all, 'recipes')
  if (json) return JSON.stringify(shown(recipe), null, 2)
  const sources = dataSource === undefined ? await builtInSources() : [source]
  return onTerminal(() => inFull(recipe, sources, dataSource))
}

type View = ReturnType<typeof recipesAt>[number]

function shown({ whyNot, ...recipe }: View): unknown {
  return whyNot === undefined ? recipe : { ...recipe, why_not: whyNot }
}

/** Each in a line, or in several where the terminal is narrow. */
export function list(all: readonly View[]): string {
  const width = Math.max(...all.map(({ name }) => name.length))
  return all
    .map(({ name, says, whyNot }) => {
      const text = whyNot === undefined ? says : `not here: ${whyNot}`
      const line = `${name.padEnd(width)}  ${wrapValue(text, width + 2)}`
      return whyNot === undefined ? line : style('dim', line)
    })
    .join('\n')
}

async function builtInSources(): Promise<readonly DataSourceDefinition[]> {
  return Promise.all(BUILT_IN.map(({ load }) => load()))
}

const INDENT = 16

function line(word: string, text: string): string {
  return `  ${word.padEnd(INDENT - 2)}${wrapValue(text, INDENT)}`
}

function tryIt(dataSource: string, recipe: readonly string[]): string {
  const at = dataSource === DEFAULT_DATA_SOURCE ? '' : ` --data-source ${dataSource}`
  return `connector-contract mock${at} --recipe ${recipe.join(',')}`
}

function inFull(
  { name, says, correct, fields }: View,
  sources: readonly DataSourceDefinition[],
  named: string | undefined,
): string {
  const given = Object.entries(fields).map(([field, value]) => `${field}=${value}`)
  const at = sources.map((source) => ({
    ...{ title: source.title, word: named ?? source.name },
    whyNot: recipesAt(source).find((each) => each.name === name)?.whyNot,
  }))
  const can = at.filter(({ whyNot }) => whyNot === undefined)
  const cannot = at.flatMap(({ whyNot }) => whyNot ?? [])
  return [
    style('bold', name),
    line('What happens', says),
    line('Correct is', correct),
    ...(given.length === 0 ? [] : [line('Fields', given.join(', '))]),
    line('Data sources', can.map(({ title }) => title).join(', ') || 'none of these'),
    ...cannot.map((whyNot, index) => line(index === 0 ? 'Not elsewhere' : '', whyNot)),
    ...can.slice(0, 1).map(({ word }) => line('Try it', tryIt(word, [name, ...given]))),
  ].join('\n')
}
