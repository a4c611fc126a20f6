import { registerChecks } from '../register-checks.ts'

registerChecks('LIFE')
