import { writeFile } from 'node:fs/promises'
import { faultMatrixPage } from '../harness/report/fault-matrix-page.ts'

/** Writes `docs/fault-matrix.md` anew from the fault matrix; a test fails where they differ. */
await writeFile(new URL('../docs/fault-matrix.md', import.meta.url), faultMatrixPage())
