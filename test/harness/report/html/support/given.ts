import type { Pages } from './opened-page.ts'
import type { Reports } from './reports.ts'

/** What the tests are about, once it is there. */
export type Given = () => { readonly pages: Pages; readonly reports: Reports }
