import fc from 'fast-check'
import type { Capabilities } from '../../kit/capabilities.ts'
import { defineCheck } from '../../kit/define-check.ts'
import {
  type LifeStep,
  lifeSteps,
  livesAlone,
  tellingLives,
} from '../../kit/lifecycle/life-steps.ts'
import { LifecycleModel } from '../../kit/lifecycle/lifecycle-model.ts'
import { missing } from '../../kit/needs.ts'

/** LIFE-6. Whatever is done to other searches in between, each answers as if it were alone. */
export default defineCheck({
  clause: 'LIFE-6',
  claim: 'any interleaving of calls on several searches leaves each as if it were alone',
  needs: ['asynchronous', 'a running state'],
  cases: (capabilities) =>
    fc.record({
      steps: lifeSteps({ canDelete: canDelete(capabilities), source: capabilities.source }),
    }),
  always: (capabilities) =>
    tellingLives(capabilities.source)
      .filter((steps) => canDelete(capabilities) || steps.every(({ step }) => step !== 'delete'))
      .map((steps): { steps: LifeStep[] } => ({ steps: [...steps] })),
  // A page that is wrong is wrong whatever else there is.
  without: ({ steps }) => livesAlone(steps).map((life) => ({ steps: life })),
  async run(session, { steps }) {
    const model = new LifecycleModel(session)
    for (const step of steps) await model.take(step)
  },
})

function canDelete(capabilities: Capabilities): boolean {
  return missing(['delete'], capabilities) === undefined
}
