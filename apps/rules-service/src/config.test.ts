import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { PROJECT_ROOT, readConfig, readDatabaseConfig } from './config.ts'

const DATABASE_URL = 'postgres://workplan@db.example/workplan'
const WORKPLAN_LOCAL_ACCOUNTS = '1'
const WORKPLAN_SECRET = 'a secret of more than thirty-two characters'

describe('the configuration', () => {
  it('without any setting is a demonstration on this machine', () => {
    expect(readConfig({})).toEqual({
      port: 4800,
      host: '127.0.0.1',
      dataFolder: join(PROJECT_ROOT, '.workplan'),
      databaseUrl: null,
      ownerUrl: null,
      headsFolder: join(PROJECT_ROOT, '.workplan/heads'),
      demonstration: true,
      signIn: { singleSignOn: null, localAccounts: false, idleMinutes: 60, sessionHours: 12 },
      secret: null,
      publicUrl: null,
      requestsPerMinute: 1_200,
      trustedProxies: [],
      logLevel: 'info',
      commit: null,
      chromium: null,
      mail: null,
    })
  })

  it('with a database is no demonstration', () => {
    expect(readConfig({ DATABASE_URL, WORKPLAN_SECRET, WORKPLAN_LOCAL_ACCOUNTS })).toMatchObject({
      databaseUrl: DATABASE_URL,
      demonstration: false,
      secret: WORKPLAN_SECRET,
    })
  })

  it('knows the owner of a database, and does not take the owner alone for leave to use another', () => {
    const DATABASE_OWNER_URL = 'postgres://owner@db.example/workplan'
    expect(readDatabaseConfig({ DATABASE_URL, DATABASE_OWNER_URL }).ownerUrl).toBe(DATABASE_OWNER_URL)
    for (const read of [readConfig, readDatabaseConfig])
      expect(() => read({ DATABASE_OWNER_URL })).toThrow('DATABASE_URL is not')
  })

  it('keeps heads outside the database in the data folder, or where it is told', () => {
    expect(readConfig({ WORKPLAN_DATA: '/data' }).headsFolder).toBe('/data/heads')
    expect(readConfig({ WORKPLAN_DATA: '/data', WORKPLAN_HEADS: '/heads' }).headsFolder).toBe('/heads')
    expect(readConfig({ DATABASE_URL, WORKPLAN_SECRET, WORKPLAN_LOCAL_ACCOUNTS }).headsFolder).toBeNull()
  })

  it('of the data needs no secret', () => {
    expect(readDatabaseConfig({ DATABASE_URL, WORKPLAN_DATA: '/data', WORKPLAN_HEADS: '/heads' })).toEqual({
      databaseUrl: DATABASE_URL,
      ownerUrl: null,
      dataFolder: '/data',
      headsFolder: '/heads',
    })
  })

  it('has single sign-on with what its profile says', () => {
    const singleSignOn = {
      WORKPLAN_OIDC_PROFILE: 'cis2',
      WORKPLAN_OIDC_ISSUER: 'https://id.example',
      WORKPLAN_OIDC_CLIENT_ID: 'workplan',
      WORKPLAN_OIDC_CLIENT_SECRET: 'secret',
    }
    expect(readConfig({ DATABASE_URL, WORKPLAN_SECRET, ...singleSignOn }).signIn).toEqual({
      singleSignOn: {
        profile: 'cis2',
        name: 'NHS Care Identity (CIS2)',
        issuer: 'https://id.example',
        clientId: 'workplan',
        clientSecret: 'secret',
      },
      localAccounts: false,
      idleMinutes: 60,
      sessionHours: 12,
    })
  })

  it('takes an empty setting for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', WORKPLAN_DEMO: '' })).toEqual(readConfig({}))
  })

  it.each([
    [{ PORT: 'http' }, /^PORT: /],
    [{ PORT: '70000' }, /^PORT: /],
    [{ WORKPLAN_DEMO: 'yes' }, /^WORKPLAN_DEMO: must be 0 or 1/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL: must start with postgres/],
    [{ WORKPLAN_SECRET: 'short' }, /^WORKPLAN_SECRET: must have at least 32/],
    [{ WORKPLAN_PUBLIC_URL: 'javascript:alert(1)' }, /^WORKPLAN_PUBLIC_URL: /],
    [{ DATABASE_URL }, /WORKPLAN_SECRET is needed with DATABASE_URL.*openssl rand/],
    [{ DATABASE_URL, WORKPLAN_SECRET, WORKPLAN_DEMO: '1' }, /without a password.*Unset one of the two/],
    [{ HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 is open to other machines.*Set WORKPLAN_DEMO=0/],
    [{ HOST: '0.0.0.0', WORKPLAN_DEMO: '1' }, /open to other machines/],
    [
      { WORKPLAN_PUBLIC_URL: 'https://workplan.example' },
      /WORKPLAN_PUBLIC_URL=https:\/\/workplan\.example is open/,
    ],
    [{ DATABASE_URL, WORKPLAN_SECRET }, /Nobody could sign in.*WORKPLAN_LOCAL_ACCOUNTS=1/],
    [{ WORKPLAN_OIDC_PROFILE: 'cis2' }, /needs WORKPLAN_OIDC_ISSUER and WORKPLAN_OIDC_CLIENT_ID and/],
    [
      { WORKPLAN_OIDC_ISSUER: 'https://id.example' },
      /needs WORKPLAN_OIDC_CLIENT_ID and WORKPLAN_OIDC_CLIENT_SECRET/,
    ],
    [{ WORKPLAN_OIDC_ISSUER: 'http://id.example' }, /^WORKPLAN_OIDC_ISSUER: must start with https/],
    [{ WORKPLAN_OIDC_PROFILE: 'other' }, /must be entra, cis2 or generic/],
    [{ WORKPLAN_IDLE_MINUTES: '1' }, /^WORKPLAN_IDLE_MINUTES: /],
    [{ HOST: '192.168.1.4' }, /open to other machines/],
  ])('refuses %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(message)
  })

  it.each([
    {
      HOST: '0.0.0.0',
      WORKPLAN_DEMO: '0',
      WORKPLAN_PUBLIC_URL: 'https://workplan.example',
      WORKPLAN_TRUSTED_PROXIES: '10.0.0.4, fd00::/8',
    },
    { HOST: '::1' },
    { HOST: 'localhost' },
  ])('takes %j', (environment) => {
    expect(readConfig(environment).host).toBe(environment.HOST)
  })

  it.each([
    [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 is open .* Set WORKPLAN_PUBLIC_URL to/],
    [{ WORKPLAN_PUBLIC_URL: 'http://workplan.example' }, /unencrypted\. Put a proxy that ends TLS in front/],
    [{ WORKPLAN_PUBLIC_URL: 'https://workplan.example' }, /^WORKPLAN_TRUSTED_PROXIES is needed/],
    [{ WORKPLAN_TRUSTED_PROXIES: 'proxy' }, /^WORKPLAN_TRUSTED_PROXIES: must be addresses/],
    [{ WORKPLAN_REQUESTS_PER_MINUTE: '0' }, /^WORKPLAN_REQUESTS_PER_MINUTE: /],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /lets anyone pose .* Unset it/],
  ])('refuses %j for real people', (unsafe, message) => {
    const environment = { DATABASE_URL, WORKPLAN_SECRET, WORKPLAN_LOCAL_ACCOUNTS, ...unsafe }
    expect(() => readConfig(environment)).toThrow(message)
  })
})
