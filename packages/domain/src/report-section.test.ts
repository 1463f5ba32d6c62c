import { expect, it } from 'vitest'
import { readSectionReference, sectionReference } from './report-section.ts'

it('names a section of a report, and reads it again', () => {
  const reference = sectionReference('bnssg.report.3', 'summary')
  expect(readSectionReference(reference)).toEqual({ report: 'bnssg.report.3', section: 'summary' })
})

it.each(['', ':summary', 'bnssg.report.3', 'bnssg.report.3:nothing'])('reads nothing from %j', (text) =>
  expect(readSectionReference(text)).toBeNull(),
)
