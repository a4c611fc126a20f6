import { Command } from 'commander'
import { expect, it } from 'vitest'
import { dataSourceOption } from '../../../harness/cli/data-source-option.ts'
import { UsageError } from '../../../harness/errors.ts'

const parsed = (...words: readonly string[]) =>
  new Command().addOption(dataSourceOption()).parse(words, { from: 'user' }).opts()

it('takes one data source', () => {
  expect(parsed('--data-source', 'abc')).toEqual({ dataSource: 'abc' })
  expect(parsed()).toEqual({})
})

it('refuses two, and names both', () => {
  const twice = () => parsed('--data-source', 'a', '--data-source', './b.ts')
  expect(twice).toThrow(UsageError)
  expect(twice).toThrow('--data-source is given twice: "a" and "./b.ts"')
})
