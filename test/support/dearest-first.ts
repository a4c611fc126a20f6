import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, by the end of its path; beginning with it, all workers end at about the same time. */
const DEAREST = [
  'test/docs/commands.test.ts',
  'test/harness/drivers/parity.test.ts',
  'test/harness/report/html/page.test.ts',
  'test/docs/what-it-finds.test.ts',
  'test/harness/cli/replay.test.ts',
  'test/mock-datasource/ui/page.test.ts',
  'test/broken/python/python.test.ts',
  'test/odd/commands.test.ts',
  'test/harness/cli/in-vitest/describe-connector-contract.test.ts',
  'test/hostile/modules.test.ts',
  'test/harness/cli/verify.test.ts',
  'test/hostile/whole-run.test.ts',
  'test/broken/envelope/envelope.test.ts',
  'test/odd/modules-2-of-2.test.ts',
  'test/odd/modules-1-of-2.test.ts',
  'test/harness/explain/windows.test.ts',
  'test/harness/cli/init/init.test.ts',
  'test/harness/cli/reproduce.test.ts',
  'test/harness/drivers/module/parity.test.ts',
  'test/harness/cli/reports-page.test.ts',
  'test/harness/run/memory.test.ts',
  'test/harness/cli/mock.test.ts',
  'test/harness/cli/verify-provider.test.ts',
  'test/wrapped/table.test.ts',
  'test/broken/pagination/pagination.test.ts',
  'test/ci/github-action.test.ts',
  'test/harness/drivers/command/warm.test.ts',
  'test/ci/shards.test.ts',
  'test/harness/drivers/command/warm-parity.test.ts',
  'test/harness/cli/main.test.ts',
  'test/harness/cli/never-silent/stopped.test.ts',
  'test/harness/cli/supervisor/ends.test.ts',
]

/** The order of the test files: the dearest first, the others as vitest has them. */
export class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const found = DEAREST.findIndex((path) => moduleId.endsWith(path))
      return found === -1 ? DEAREST.length : found
    }
    return sorted.toSorted((a, b) => rank(a) - rank(b))
  }
}
