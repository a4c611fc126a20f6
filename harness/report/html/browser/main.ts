import { copyButtons } from './copy-buttons.ts'
import { filters } from './filters.ts'
import { openTarget } from './open-target.ts'
import { saveRecord } from './save-record.ts'
import { theme } from './theme.ts'

// What needs the script is not seen without it.
document.documentElement.classList.add('with-script')
theme()
filters()
copyButtons()
saveRecord()
openTarget()
