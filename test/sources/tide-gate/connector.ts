import { connectorFor } from '../../../connectors/skeleton/index.ts'
import { api } from './api.ts'

/** A correct connector for Tide Gate. */
export default connectorFor(api)
