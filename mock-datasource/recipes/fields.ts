import * as z from 'zod'

/** From which page of a result on, counted from 1. */
export const page = (usual: number) => ({ page: z.int().min(1).default(usual) })
/** How often it happens. */
export const times = (usual: number) => ({ times: z.int().min(1).default(usual) })
export const milliseconds = (usual: number) => ({ milliseconds: z.int().min(1).default(usual) })
/** In percent, where a search has come to its end. */
export const progress = (usual: number) => ({
  progress: z.int().min(0).max(100).default(usual),
})
/** How many requests are answered before it happens. */
export const after = (usual: number) => ({ after: z.int().min(0).default(usual) })
