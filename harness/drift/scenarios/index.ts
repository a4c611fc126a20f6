import type { Scenario } from '../scenario.ts'
import { badPageParameters } from './bad-page-parameters.ts'
import { badPageTokens } from './bad-page-tokens.ts'
import { badQueries } from './bad-queries.ts'
import { ownSearchId } from './own-search-id.ts'
import { pageCap } from './page-cap.ts'
import { pageEnds } from './page-ends.ts'
import { pageWalk } from './page-walk.ts'
import { ping } from './ping.ts'
import {
  badBodies,
  credentials,
  unknownResource,
  unknownSearch,
  wrongMethod,
} from './probed-scenarios.ts'
import { rows } from './rows.ts'
import { runningSearch } from './running-search.ts'
import { searchLife } from './search-life.ts'
import { synchronousQuery } from './synchronous-query.ts'

/** All scenarios, in the order in which they are run and reported. */
export const SCENARIOS: readonly Scenario[] = [
  ping,
  credentials,
  searchLife,
  runningSearch,
  ownSearchId,
  unknownSearch,
  pageCap,
  pageWalk,
  pageEnds,
  rows,
  badPageParameters,
  badPageTokens,
  badBodies,
  badQueries,
  synchronousQuery,
  unknownResource,
  wrongMethod,
]
