import { describe, expect, it } from 'vitest'
import { readReportMark, reportFormatOf } from './report-file.ts'

describe('readReportMark', () => {
  it('finds the report and the form wherever they stand', () => {
    expect(readReportMark('PK\u0003 … workplan-report:bnssg.report.12:form-3; …')).toEqual({
      report: 'bnssg.report.12',
      form: 3,
    })
  })

  it.each(['', 'Report 12', 'workplan-report:', 'workplan-report:<b>:form-1;', 'workplan-report:a:form-;'])(
    'reads nothing from %j',
    (text) => expect(readReportMark(text)).toBeNull(),
  )
})

describe('reportFormatOf', () => {
  it.each([
    ['%PDF-1.4', 'pdf'],
    ['<!doctype html>\n<html', 'html'],
    ['{"report":1}', 'json'],
    ['PK\u0003\u0004 word/document.xml', 'docx'],
    ['PK\u0003\u0004 xl/workbook.xml', 'xlsx'],
    ['PK\u0003\u0004 ppt/presentation.xml', 'pptx'],
    ['PK\u0003\u0004 else.txt', null],
    ['GIF89a', null],
  ])('tells %j', (text, format) => expect(reportFormatOf(text)).toBe(format))
})
