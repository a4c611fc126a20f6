/** What `mock_data_source` is a mock of, and how. */
export interface MockFixtureOptions {
  /** By its name, or as a file, relative to the folder in which vitest is started; ABC Security Monitor without it. */
  readonly data_source?: string
  /** Whether it speaks plain HTTP. */
  readonly http?: boolean
}
