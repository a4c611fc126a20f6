import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The suites by what they cost, dearest first: a long one that starts last holds up the whole run. */
const ORDER = ['envelope', 'pagination', 'lifecycle', 'errors', 'security', 'transport', 'mode']

/** Hands the suites to the workers in that order, the same in every run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      ORDER.findIndex((suite) => moduleId.includes(`/${suite}.suite.`))
    return files.toSorted((one, other) => rank(one) - rank(other))
  }
}
