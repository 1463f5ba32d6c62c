import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../config.ts'

const full = {
  WORKPLAN_SMTP_URL: 'smtps://workplan:secret@smtp.example.nhs.uk',
  WORKPLAN_MAIL_FROM: 'workplan@Example.nhs.uk',
  WORKPLAN_PUBLIC_URL: 'http://127.0.0.1:4800',
}

describe('the settings of e-mails', () => {
  it('are none unless they are given', () => {
    expect(readConfig({}).mail).toBeNull()
  })

  it('let people give addresses of the domain that e-mails come from, or of those that are named', () => {
    expect(readConfig(full).mail).toEqual({
      smtpUrl: full.WORKPLAN_SMTP_URL,
      from: full.WORKPLAN_MAIL_FROM,
      domains: ['example.nhs.uk'],
    })
    expect(readConfig({ ...full, WORKPLAN_MAIL_DOMAINS: 'nhs.net, NHS.uk' }).mail?.domains).toEqual([
      'nhs.net',
      'nhs.uk',
    ])
  })

  it.each([
    ['WORKPLAN_SMTP_URL', { ...full, WORKPLAN_SMTP_URL: '' }],
    ['WORKPLAN_SMTP_URL', { ...full, WORKPLAN_SMTP_URL: 'https://smtp.example.nhs.uk' }],
    ['WORKPLAN_MAIL_FROM', { ...full, WORKPLAN_MAIL_FROM: '' }],
    ['WORKPLAN_MAIL_FROM', { ...full, WORKPLAN_MAIL_FROM: 'Workplan' }],
    ['WORKPLAN_PUBLIC_URL', { ...full, WORKPLAN_PUBLIC_URL: '' }],
    ['WORKPLAN_MAIL_DOMAINS', { ...full, WORKPLAN_MAIL_DOMAINS: 'nhs.net;nhs.uk' }],
  ])('are refused by name: %s', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(ConfigError)
    expect(() => readConfig(environment)).toThrow(name)
  })
})
