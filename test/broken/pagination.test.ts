import { areCaught } from './support/are-caught.ts'

await areCaught('PAGE')
