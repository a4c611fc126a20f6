import type { DataSourceDefinition } from '../../mock-datasource/index.ts'
import { loadDataSource } from '../data-source/load-data-source.ts'
import type { Plan } from '../engine/plan.ts'

/** The data source of the plan, as it was when the plan was made. */
export async function plannedSource({ dataSource }: Plan): Promise<DataSourceDefinition> {
  const { definition, planned } = await loadDataSource(dataSource)
  if (planned.hash === dataSource.hash) return definition
  throw new Error(`the data source ${dataSource.name} has changed since the run began`)
}
