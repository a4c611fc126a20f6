import { areCaught } from '../support/are-caught.ts'
import { brokenModules } from '../support/broken-files.ts'

areCaught(await brokenModules('PAGE'))
