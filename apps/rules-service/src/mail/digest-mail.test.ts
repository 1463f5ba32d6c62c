import { describe, expect, it } from 'vitest'
import { digestMail } from './digest-mail.ts'

const root = 'https://workplan.example.nhs.uk/adult/bnssg'
const notice = (number: number, title: string) => ({
  kind: 'flagged' as const,
  title,
  on: '2026-11-23',
  opens: { kind: 'flags' as const, id: `rule-${number}` },
})

describe('an e-mail of notices', () => {
  it('keeps markup and line ends of a title from being any', () => {
    const title = '<b>Bold</b> & "said"'
    const { text, html, subject } = digestMail({
      programme: 'A\r\nBcc: x',
      root,
      notices: [notice(1, title)],
    })
    expect(html).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;said&quot;')
    expect(html).not.toContain('<b>')
    expect(text).toContain(`- ${title} (23 November 2026)\n  ${root}/flags?rule=rule-1`)
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it('leads to a report in the app that has reports', () => {
    const opens = { kind: 'report' as const, id: 'bnssg.report.3' }
    const mention = { kind: 'mentioned' as const, title: 'Summary', on: '2026-11-23', opens }
    const { text } = digestMail({ programme: 'BNSSG', root, notices: [mention] })
    expect(text).toContain('https://workplan.example.nhs.uk/governance/bnssg/reports/bnssg.report.3')
  })

  it('names twenty of a kind and counts the rest', () => {
    const notices = Array.from({ length: 23 }, (_, index) => notice(index, `Flag ${index}`))
    const { text, html, subject } = digestMail({ programme: 'BNSSG', root, notices })
    expect(subject).toBe('BNSSG: 23 new flag notices')
    expect(text.match(/^- Flag/gm)).toHaveLength(20)
    expect(text).toContain(`- and 3 more\n  ${root}/alerts?kind=flagged`)
    expect(html.match(/<li>/g)).toHaveLength(21)
  })
})
