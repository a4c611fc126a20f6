/**
 * What Node is told that is to load modules of this project: a third of that time goes into compiling them, and where
 * they are source, as much again into what makes JavaScript of TypeScript.
 */
export const CACHING =
  '--import=data:text/javascript,import{enableCompileCache}from"node:module";enableCompileCache()'

/**
 * From the start as much room for what is young as Node gives in the end, in megabytes: most of what a run makes is
 * garbage at once, and what is moved out of the way of it by then is not.
 */
export const ROOM_FOR_THE_YOUNG = '--min-semi-space-size=16'

/**
 * Garbage is most of what a run makes; left to grow, it takes half a gigabyte a worker, or with values of a hundred
 * megabytes any amount.
 */
export const GROWS_SLOWLY = '--heap-growing-percent=20'
