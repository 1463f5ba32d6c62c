import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readReports, unitReport } from './read-reports.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'workplan-reports-'))
  mkdirSync(join(root, 'one/reports'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

function leaveReport(text: string) {
  writeFileSync(join(root, 'one/reports/vitest.json'), text)
}

const report = {
  success: true,
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
}

describe('readReports', () => {
  it('reads the totals of a report', () => {
    leaveReport(JSON.stringify(report))
    const totals = { passed: 2, failed: 0, skipped: 0 }
    expect(readReports([unitReport('one')], root)).toEqual([{ path: 'one/reports/vitest.json', totals }])
  })

  it.each([
    ['a report that is missing', undefined, 'gives no result: ENOENT'],
    ['a report cut short', '{"success":true', 'gives no result: '],
    ['a run without tests', JSON.stringify({ ...report, numPassedTests: 0 }), 'has not run a single test'],
  ])('calls %s a problem', (_name, text, problem) => {
    if (text !== undefined) leaveReport(text)
    const [read] = readReports([unitReport('one')], root)
    expect(read).toMatchObject({ problem: expect.stringContaining(problem) })
  })
})
