/**
 * What a data source is written with: `connector-contract/data-source`. Nothing in here is only for data
 * sources of the user's own; those that come with the package are written with the same.
 */
export type {
  CredentialMember,
  Credentials,
  Given,
  MemberKind,
} from '../contracts/data-source/credentials.ts'
export type {
  DataSource,
  Ids,
  Operation,
  RowFacts,
  State,
  VitalMember,
} from '../contracts/data-source/data-source.ts'
export type { ApiError, Code, Errors, UnlistedCodes } from '../contracts/data-source/errors.ts'
export type { SeenExchange, SeenResponse } from '../contracts/data-source/exchange.ts'
export type { FieldPath } from '../contracts/data-source/field-path.ts'
export type { Mode } from '../contracts/data-source/mode.ts'
export type { PageAnomalyVariant } from '../contracts/data-source/page-anomaly.ts'
export type { Paging } from '../contracts/data-source/paging.ts'
export type { Queries } from '../contracts/data-source/queries.ts'
export type { PageRead, RawAnswer, Reads, Writes } from '../contracts/data-source/reads.ts'
export type { ErrorRole } from '../contracts/data-source/roles.ts'
export type { NamedSecret, SecretEncoding } from '../contracts/data-source/secret.ts'
export type {
  DataSourceDefinition,
  Endpoint,
  FailureDetails,
  OddBodies,
  Route,
  Shown,
  ShownRequest,
} from './data-source-definition.ts'
export { defineDataSource } from './define-data-source.ts'
export type {
  DataSourceDescription,
  HookRequest,
  Hooks,
  HookWindow,
} from './described/hooks/hooks.ts'
export type { CompiledQuery, DataModel } from './engine/data-model.ts'
export type { DataSet } from './engine/data-set.ts'
export { type LifeCycle, lifeCycleOf } from './engine/life-cycle.ts'
export { madeRows } from './engine/made-rows.ts'
export type { PageAnomaly } from './engine/page-anomaly.ts'
export type { Page } from './engine/pages.ts'
export { QueryError } from './engine/query-error.ts'
export type { Row, Value } from './engine/row.ts'
export { dataSetOf, RowsError } from './engine/rows-in-memory.ts'
export {
  completes,
  type Ending,
  follow,
  foundBy,
  isTerminal,
  poll,
  type Search,
} from './engine/search.ts'
export type { Selection, Selector } from './engine/selector.ts'
export { type SessionKeys, sessionKeys } from './engine/session-keys.ts'
export type { Account } from './engine/settings.ts'
export { opaqueQueries } from './engine/some-rows.ts'
export type { DataSetSpec } from './engine/source.ts'
export type { Store } from './engine/store.ts'
export type { ApiRequest, RequestProblem } from './http/api-request.ts'
export { JSON_TYPE, jsonReply, type Reply } from './http/reply.ts'
export { type DefinitionProblem, problemText } from './problems/problem.ts'
export { problemsOf } from './problems/problems-of.ts'
export { answerOrRefuse, Refusal, type Refusing } from './refusal.ts'
