import { openDriver } from '../drivers/open-driver.ts'
import { TargetError } from '../errors.ts'
import { makePlan } from './make-plan.ts'
import type { ReachAnswer, ReachTask } from './reached-elsewhere.ts'

/** The process of `reachedElsewhere`: one task, one answer, and the end of whatever the connector left running. */
async function see(options: ReachTask): Promise<ReachAnswer> {
  const said: string[] = []
  try {
    const driver = await openDriver(options.target)
    await makePlan(options, driver, {
      say: (line) => said.push(line),
      asks: true,
      certificate: options.certificate,
    })
    return { said }
  } catch (error) {
    // Any other error is found by whoever makes the plan, and told better.
    if (!(error instanceof TargetError)) return { said }
    const { message, hint } = error
    return { said, refused: hint === undefined ? { message } : { message, hint } }
  }
}

process.once('disconnect', () => process.exit())
process.once('message', async (task: ReachTask) => {
  const answer = await see(task)
  process.send?.(answer, () => process.exit())
})
