/** A data file that cannot take the place of made rows. The message names the file and the line. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError'
  readonly path: string
  /** The line at fault, from 1; none where the file as a whole is. */
  readonly line: number | undefined

  constructor(path: string, problem: string, line?: number) {
    super(line === undefined ? `${path}: ${problem}` : `${path}, line ${line}: ${problem}`)
    this.path = path
    this.line = line
  }
}
