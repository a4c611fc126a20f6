import * as z from 'zod'

/*
 * What CI servers let their files say, as far as ours do: each key that is used, and no other. Taken from the published
 * schemas, against which a file that changes here is to be held by hand as well:
 *
 * - GitHub: github-workflow.json of SchemaStore (https://json.schemastore.org/github-workflow.json)
 * - GitLab: app/assets/javascripts/editor/schema/ci.json of gitlab-org/gitlab
 * - Azure: service-schema.json of microsoft/azure-pipelines-vscode
 */

const Texts = z.record(z.string(), z.string())
const Name = z.string().regex(/^[A-Za-z_][\w-]*$/)

const Uses = z.strictObject({
  uses: z.string().regex(/^(?:[\w.-]+\/[\w./-]+@v\d+|\.\/[\w-]+)$/),
  id: Name.optional(),
  if: z.string().optional(),
  with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})
const Run = z.strictObject({
  run: z.string(),
  name: z.string().optional(),
  if: z.string().optional(),
  env: Texts.optional(),
})
export const GitHubSteps = z.array(z.union([Uses, Run])).min(1)
const Access = z.enum(['read', 'write', 'none'])

export const GitHubWorkflow = z.strictObject({
  name: z.string().optional(),
  on: z.array(z.enum(['push', 'pull_request'])),
  permissions: z
    .strictObject({ contents: Access, 'security-events': Access, 'pull-requests': Access })
    .partial(),
  env: Texts.optional(),
  jobs: z.record(
    Name,
    z.strictObject({
      'runs-on': z.literal('ubuntu-latest'),
      needs: Name.optional(),
      if: z.string().optional(),
      env: Texts.optional(),
      defaults: z
        .strictObject({ run: z.strictObject({ 'working-directory': z.string() }) })
        .optional(),
      strategy: z
        .strictObject({
          'fail-fast': z.boolean(),
          matrix: z.record(Name, z.array(z.union([z.string(), z.number()])).min(1)),
        })
        .optional(),
      steps: GitHubSteps,
    }),
  ),
})

const GitLabJob = z
  .strictObject({
    extends: z.string(),
    image: z.string(),
    stage: z.string(),
    variables: Texts,
    script: z.array(z.string()).min(1),
    artifacts: z
      .strictObject({
        when: z.enum(['on_success', 'on_failure', 'always']),
        expose_as: z.string(),
        paths: z.array(z.string()).min(1),
        reports: z.strictObject({ junit: z.string() }),
      })
      .partial(),
  })
  .partial()
  .refine((job) => job.script !== undefined || job.extends !== undefined, 'a job runs something')
const GitLabInclude = z.array(z.strictObject({ local: z.string() }))

/** Each key is a job, but for those that are not. */
export const GitLab = z.object({ include: GitLabInclude.optional() }).catchall(GitLabJob)

const Condition = z.literal('always()')
const AzureStep = z.union([
  z.strictObject({
    task: z.literal('NodeTool@0'),
    inputs: z.strictObject({ versionSpec: z.string() }),
  }),
  z.strictObject({ script: z.string(), displayName: z.string() }),
  z.strictObject({
    task: z.literal('PublishTestResults@2'),
    condition: Condition,
    inputs: z.strictObject({
      testResultsFormat: z.enum(['JUnit', 'NUnit', 'VSTest', 'XUnit', 'CTest']),
      testResultsFiles: z.string(),
      testRunTitle: z.string().optional(),
    }),
  }),
  z.strictObject({ publish: z.string(), condition: Condition, artifact: z.string() }),
])
export const Azure = z.strictObject({
  pool: z.strictObject({ vmImage: z.string() }),
  steps: z.array(AzureStep).min(1),
})
