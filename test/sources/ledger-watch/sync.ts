import { ledgerWatch } from './ledger-watch.ts'

/** The same without jobs. */
export default ledgerWatch(
  { name: 'ledger-watch-sync', title: 'Ledger Watch at once' },
  'synchronous',
)
