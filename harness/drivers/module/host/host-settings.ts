import type { Bounds } from '../../process/bounds.ts'
import type { ProcessGuard } from '../../process/process-guard.ts'
import type { ProcessMarks } from '../../process/process-marks.ts'

/** Which module, and what its process may take. */
export interface HostSettings extends Bounds {
  readonly specifier: string
  readonly from: string
  readonly guard: ProcessGuard
  readonly marks: ProcessMarks
  /** Told what a connector did to its process between calls, in a sentence. */
  readonly did: (deed: string) => void
}
