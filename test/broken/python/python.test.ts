import { areCaught } from '../support/are-caught.ts'
import { brokenCommands } from '../support/broken-files.ts'

areCaught(brokenCommands())
