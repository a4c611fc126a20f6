import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openDriver } from '../../../../harness/drivers/open-driver.ts'
import { CLAIMS } from '../../../support/claims.ts'
import { verdicts } from '../../../variants/verdict.ts'

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url))

/** Each answers with something that has to survive the way to another process, and the check that sees it. */
const BROKEN = {
  'envelope/env-5-hashes-as-bytes': 'ENV-5',
  'envelope/env-5-metadata-undefined': 'ENV-5',
  'envelope/env-5-progress-not-a-number': 'ENV-5',
  'envelope/env-5-rows-refer-to-their-answer': 'ENV-5',
  'envelope/env-5-times-as-dates': 'ENV-5',
  'envelope/env-1-connection-error-not-caught': 'ENV-1',
  'envelope/env-1-metadata-nested-without-end': 'ENV-1',
  'pagination/page-1-offset-ignored': 'PAGE-1',
} as const

describe('a module in a process of its own', { timeout: 120_000 }, () => {
  it.each(Object.entries(BROKEN))(
    '%s breaks %s in the same words as in this one',
    async (name, checkName) => {
      const specifier = `${ROOT}test/broken/${name}.ts`
      const target = { kind: 'module', specifier, from: ROOT } as const
      const check = CLAIMS.filter((each) => each.name === checkName)
      const how = { scheme: 'http', runs: 1 } as const
      const here = await verdicts(target, check, how)
      const apart = await verdicts(target, check, { ...how, open: openDriver })
      expect(here[0]?.result.state).toBe('violated')
      expect(apart).toEqual(here)
    },
  )
})
