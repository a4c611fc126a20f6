import { faultSpecSchema } from '../../../mock-datasource/index.ts'
import { abcSecurityMonitor } from '../../../mock-datasource/sources/abc-security-monitor/definition.ts'

/** A fault of ABC Security Monitor. */
export const AbcFault = faultSpecSchema(abcSecurityMonitor)
