import { afterAll, beforeAll, describe } from 'vitest'
import { testsOfContent } from './browser/content.ts'
import { testsOfControls } from './browser/controls.ts'
import { testsOfEveryone } from './browser/everyone.ts'
import { Pages } from './support/opened-page.ts'
import { type Reports, realReports } from './support/reports.ts'

let pages: Pages
let reports: Reports

beforeAll(async () => {
  const started = await Promise.all([Pages.start(), realReports()])
  pages = started[0]
  reports = started[1]
}, 120_000)
afterAll(() => pages.close())

const given = () => ({ pages, reports })

describe('the page of a report in a browser', () => {
  describe('shows', () => testsOfContent(given))
  describe('has controls:', () => testsOfControls(given))
  describe('is for everyone:', () => testsOfEveryone(given))
})
