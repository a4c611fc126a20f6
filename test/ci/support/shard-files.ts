import * as z from 'zod'

/** A step that runs a command, or an action of GitHub's own. */
export const Step = z.union([
  z.strictObject({ run: z.string() }),
  z.strictObject({
    uses: z.string().regex(/^actions\/[a-z-]+@v\d+$/),
    if: z.string().optional(),
    with: z.record(z.string(), z.unknown()).optional(),
  }),
])
/** `docs/ci/github-actions-matrix.yml`, as GitHub Actions reads it. */
export const Workflow = z.strictObject({
  name: z.string(),
  on: z.array(z.string()),
  permissions: z.strictObject({ contents: z.literal('read') }),
  env: z.strictObject({ TARGET: z.string(), EFFORT: z.string() }),
  jobs: z.strictObject({
    shard: z.strictObject({
      'runs-on': z.string(),
      strategy: z.strictObject({
        'fail-fast': z.literal(false),
        matrix: z.strictObject({ shard: z.array(z.int()) }),
      }),
      env: z.strictObject({ SHARD: z.string().regex(/^\$\{\{ matrix\.shard \}\}$/) }),
      steps: z.array(Step),
    }),
    verdict: z.strictObject({
      'runs-on': z.string(),
      needs: z.literal('shard'),
      if: z.string().regex(/^\$\{\{ !cancelled\(\) \}\}$/),
      steps: z.array(Step),
    }),
  }),
})

/** A container of a Job: one command, and the folder of the reports. */
export const Container = z.strictObject({
  name: z.string(),
  image: z.string(),
  env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  command: z.tuple([z.literal('sh'), z.literal('-ec')]),
  args: z.tuple([z.string()]),
  volumeMounts: z.tuple([z.strictObject({ name: z.literal('reports'), mountPath: z.string() })]),
})
const job = <Spec extends z.ZodRawShape>(spec: Spec) =>
  z.strictObject({
    apiVersion: z.literal('batch/v1'),
    kind: z.literal('Job'),
    metadata: z.strictObject({ name: z.string() }),
    spec: z.strictObject({
      ...spec,
      template: z.strictObject({
        spec: z.strictObject({
          restartPolicy: z.literal('Never'),
          containers: z.tuple([Container]),
          volumes: z.tuple([z.looseObject({ name: z.literal('reports') })]),
        }),
      }),
    }),
  })
/** `docs/ci/kubernetes-indexed-job.yml`, as Kubernetes reads it. */
export const Jobs = z.tuple([
  job({
    completionMode: z.literal('Indexed'),
    completions: z.literal(4),
    parallelism: z.literal(4),
    backoffLimitPerIndex: z.int(),
  }),
  job({ suspend: z.literal(true), backoffLimit: z.literal(0) }),
])
