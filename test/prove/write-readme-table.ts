import { writeFileSync } from 'node:fs'
import { README, readmeWithTable } from './readme-table.ts'

writeFileSync(README, await readmeWithTable())
