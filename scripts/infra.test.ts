import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { repositoryRoot } from './run-command.ts'

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8')
const exists = (path: string) => existsSync(join(repositoryRoot, path))

const containerfile = read('infra/Containerfile')
const workspace = z
  .object({ catalog: z.record(z.string(), z.string()) })
  .parse(parse(read('pnpm-workspace.yaml')))
const root = z.object({ packageManager: z.string() }).parse(JSON.parse(read('package.json')))

const service = z.object({
  image: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
})
const compose = z
  .object({
    services: z.object({ database: service, service, proxy: service }),
    networks: z.record(z.string(), z.unknown()),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(parse(read('infra/compose.yaml')))
const services = Object.values(compose.services)

/** The names of the settings that the service reads, from the text of its configuration. */
const settings = new Set(
  ['config.ts', 'sign-in/sign-in-config.ts', 'http/exposure-config.ts', 'mail/mail-config.ts']
    .flatMap((file) => [...read(`apps/rules-service/src/${file}`).matchAll(/^ {2}([A-Z][A-Z_]+):/gm)])
    .map((match) => match[1]),
)

/** The variables that a text of compose takes from the environment. */
const taken = (text: string) => [...text.matchAll(/\$\{(\w+)/g)].map((match) => match[1])

describe('Containerfile', () => {
  it('has no mistake that a linter sees', () => {
    expect(validate(containerfile).map((problem) => problem.message)).toEqual([])
  })

  it('uses the Node.js and the pnpm that the repository pins', () => {
    const images = [...containerfile.matchAll(/^FROM \S+\/node:([\d.]+)-/gm)].map((match) => match[1])
    expect(new Set(images)).toEqual(new Set([workspace.catalog['node']]))
    const managers = [...containerfile.matchAll(/install --global (\S+)/g)].map((match) => match[1])
    expect(new Set(managers)).toEqual(new Set([root.packageManager]))
  })

  it('copies and starts what exists, as a user without rights', () => {
    const copied = [...containerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      (match) => match[1]?.split(' ') ?? [],
    )
    expect(copied.filter((path) => !exists(path))).toEqual([])
    const built = [...containerfile.matchAll(/^COPY --from=build \/app\/(\S+)\/dist/gm)].map(
      (match) => match[1] ?? '',
    )
    expect(built).toHaveLength(6)
    expect(built.filter((path) => !exists(join(path, 'package.json')))).toEqual([])
    expect(exists(/^CMD \["node", "(.+)"\]$/m.exec(containerfile)?.[1] ?? 'no command')).toBe(true)
    expect(containerfile).toMatch(/^USER node$/m)
  })

  it('sets only settings that the service reads', () => {
    const line = /^ENV (.+)$/m.exec(containerfile)?.[1] ?? ''
    const names = line.split(' ').map((setting) => setting.split('=')[0] ?? '')
    expect(names.filter((name) => !settings.has(name))).toEqual(['NODE_ENV'])
  })
})

describe('the guide to operations', () => {
  it('names every setting that the service reads, and no other', () => {
    const named = new Set(
      [...read('docs/operations.md').matchAll(/`([A-Z][A-Z_]+)[`=]/g)].map(([, name]) => name),
    )
    expect([...settings].filter((name) => !named.has(name))).toEqual([])
    const ours = [...named].filter((name) => name?.startsWith('WORKPLAN_') || name?.startsWith('DATABASE_'))
    expect(ours.filter((name) => !settings.has(name))).toEqual([])
  })
})

describe('compose', () => {
  it('builds and mounts what exists', () => {
    expect(exists(compose.services.service.build?.dockerfile ?? 'no build')).toBe(true)
    const mounted = services.flatMap((each) => each.volumes.map((volume) => volume.split(':')[0] ?? ''))
    const files = mounted.filter((name) => name.startsWith('./'))
    expect(files.filter((file) => !exists(join('infra', file)))).toEqual([])
    const volumes = mounted.filter((name) => !name.startsWith('./'))
    expect(volumes.filter((name) => !(name in compose.volumes))).toEqual([])
    expect(services.flatMap((each) => each.networks).filter((name) => !(name in compose.networks))).toEqual(
      [],
    )
  })

  it('gives the service only settings that it reads, and no demonstration mode', () => {
    const names = Object.keys(compose.services.service.environment)
    expect(names.filter((name) => !settings.has(name))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['DATABASE_URL', 'WORKPLAN_SECRET', 'WORKPLAN_PUBLIC_URL']))
    expect(names).not.toContain('WORKPLAN_DEMO')
  })

  it('takes from the environment exactly what the example file lists', () => {
    const listed = [...read('infra/workplan.env.example').matchAll(/^(\w+)=/gm)].map((match) => match[1])
    expect(new Set(taken(read('infra/compose.yaml')))).toEqual(new Set(listed))
  })

  it('sends visitors to the port that the service listens on', () => {
    const port = /\bPORT=(\d+)/.exec(containerfile)?.[1]
    expect(read('infra/Caddyfile')).toContain(`reverse_proxy service:${port}\n`)
    expect(containerfile).toContain(`http://127.0.0.1:${port}/readyz`)
    expect(containerfile).toMatch(new RegExp(`^EXPOSE ${port}$`, 'm'))
  })
})
