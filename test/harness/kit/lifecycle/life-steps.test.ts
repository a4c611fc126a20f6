import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DataSource } from '../../../../contracts/data-source/data-source.ts'
import {
  lifeStates,
  lifeSteps,
  livesAlone,
  tellingLives,
} from '../../../../harness/kit/lifecycle/life-steps.ts'
import { abcSource } from '../../../support/abc-source.ts'

/** One running state, no way to cancel, and no error that is over with the next request. */
const plain: DataSource = {
  ...abcSource,
  states: [
    { word: 'working', means: 'RUNNING' },
    { word: 'finished', means: 'COMPLETED' },
    { word: 'broken', means: 'ERROR' },
  ],
  errors: { ...abcSource.errors, roles: {} },
}

describe('the states of a life', () => {
  it('keep their places where the data source has no word for one', () => {
    expect(lifeStates(plain)).toEqual([
      { status: 'working', progress: 10 },
      { status: 'working', progress: 60 },
      { status: 'working', progress: 90 },
      { status: 'finished', progress: 100 },
      undefined,
      { status: 'broken', progress: 60 },
    ])
  })
})

describe('the steps of a life', () => {
  it('lead to no state, and meet no error, that is not there', () => {
    const lives = fc.sample(lifeSteps({ canDelete: false, source: plain }), {
      seed: 1,
      numRuns: 200,
    })
    const steps = lives.flat()
    expect(new Set(steps.map(({ step }) => step))).toEqual(
      new Set(['query', 'status', 'results', 'advance']),
    )
    const places = steps.flatMap((step) => (step.step === 'advance' ? [step.to] : []))
    expect([...new Set(places)].sort()).toEqual([0, 1, 2, 3, 5])
    expect(
      tellingLives(plain)
        .flat()
        .map(({ step }) => step),
    ).not.toContain('fault')
  })
})

it('each search has a life alone, without what befalls others', () => {
  const [first = []] = tellingLives(abcSource)
  expect(livesAlone(first)).toEqual([
    [
      { step: 'query', severity: 2 },
      { step: 'advance', search: 0, to: 3 },
      { step: 'status', search: 0 },
      { step: 'results', search: 0, offset: 0, length: 5 },
      { step: 'results', search: 0, offset: 2, length: 3 },
    ],
    [
      { step: 'query', severity: 7 },
      { step: 'status', search: 0 },
      { step: 'advance', search: 0, to: 3 },
      { step: 'results', search: 0, offset: 0, length: 5 },
    ],
  ])
  expect(
    livesAlone([
      { step: 'fault', code: '1020' },
      { step: 'status', search: 1 },
    ]),
  ).toEqual([])
})
