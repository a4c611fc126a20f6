import fc from 'fast-check'
import { asynchronousOnly, defineCheck } from '../../kit/define-check.ts'
import { type LifeStep, lifeSteps, TELLING_LIVES } from '../../kit/lifecycle/life-steps.ts'
import { LifecycleModel } from '../../kit/lifecycle/lifecycle-model.ts'

/** LIFE-6. Whatever is done to other searches in between, each answers as if it were alone. */
export default defineCheck({
  clause: 'LIFE-6',
  claim: 'any interleaving of calls on several searches leaves each as if it were alone',
  notFor: asynchronousOnly,
  cases: ({ declarations }) =>
    fc.record({ steps: lifeSteps({ canDelete: declarations.delete === 'reaches' }) }),
  always: ({ declarations }) =>
    TELLING_LIVES.filter(
      (steps) => declarations.delete === 'reaches' || steps.every(({ step }) => step !== 'delete'),
    ).map((steps): { steps: LifeStep[] } => ({ steps: [...steps] })),
  async run(session, { steps }) {
    const model = new LifecycleModel(session)
    for (const step of steps) await model.take(step)
  },
})
