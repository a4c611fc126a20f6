import * as z from 'zod'
import { CHECK_STATES } from './check-state.ts'
import { Count } from './violation-schema.ts'

/** How much of something was tried; see Cases. */
export const CasesSchema = z
  .strictObject({
    tried: Count,
    planned: Count.describe(
      'Those tried, listed ones for which the profile is too short, and any that the run did not come to.',
    ),
  })
  .meta({ id: 'Cases' })

/** What became of a check; see CheckState. */
export const StateSchema = z.enum(CHECK_STATES)
