import { describe, expect, it } from 'vitest'
import { playwrightTotals, sumTotals, totalsLine, vitestTotals } from './test-totals.ts'

const green = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
}

describe('vitestTotals', () => {
  it('counts passed, failed and skipped tests', () => {
    expect(vitestTotals(green)).toEqual({ passed: 3, failed: 0, skipped: 2 })
  })

  it('counts a file that did not load as a failure', () => {
    const report = { ...green, success: false, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(vitestTotals(report)).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a failed test once', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }]
    expect(vitestTotals({ ...green, success: false, numFailedTests: 1, testResults }).failed).toBe(1)
  })

  it('never calls a report without success green', () => {
    expect(vitestTotals({ ...green, success: false }).failed).toBe(1)
  })

  it('refuses something that is no report', () => {
    expect(() => vitestTotals({ success: true })).toThrow('numPassedTests')
  })
})

describe('playwrightTotals', () => {
  it('counts flaky tests and errors outside tests as failures', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(playwrightTotals({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3, skipped: 2 })
  })
})

describe('totalsLine', () => {
  it('adds skipped tests only when there are any', () => {
    expect(totalsLine(sumTotals([]))).toBe('0 passed, 0 failed')
    expect(totalsLine({ passed: 2, failed: 1, skipped: 3 })).toBe('2 passed, 1 failed, 3 skipped')
  })
})
