import { fillInTemplate } from './fill-in-template.ts'
import type { SkeletonFile, Wish } from './skeleton.ts'

/** The CI job of a connector. GitHub finds it at the root of a repository alone. */
export function workflowFile(language: Wish['language'], name: string): SkeletonFile {
  return {
    path: `.github/workflows/${name}.yml`,
    text: fillInTemplate(`${language}/workflow.yml`, name),
  }
}
