import type { RunReport } from '../record/run-report.ts'

/** The file to look into, from the root of the repository; undefined where there is none. */
export function fileOf({
  folder,
  location,
}: Pick<RunReport, 'folder' | 'location'>): string | undefined {
  if (location === '.') return undefined
  return folder === undefined ? location : `${folder}/${location}`
}

/** What a connector is called among others of its repository: `packages/abc: python3 main.py transmit abc`. */
export function nameInRepository({ folder, target }: Pick<RunReport, 'folder' | 'target'>): string {
  return folder === undefined ? target : `${folder}: ${target}`
}
