import { ledgerWatch } from './ledger-watch.ts'

export default ledgerWatch({ name: 'ledger-watch', title: 'Ledger Watch' }, 'asynchronous')
