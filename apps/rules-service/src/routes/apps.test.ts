import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { expectProblem, openTestService, type TestService } from '../testing/test-service.ts'
import type { StaticFolders } from './apps.ts'

const SCRIPT = 'console.log("a long enough script to be worth shrinking")\n'.repeat(50)

let root: string
let folders: StaticFolders
let service: TestService

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'workplan-apps-'))
  const dist = (name: string) => join(root, name, 'dist')
  folders = {
    apps: {
      governance: dist('governance'),
      adult: dist('adult'),
      children: dist('children'),
      workforce: dist('workforce'),
    },
    shared: [dist('ui'), dist('shell')],
  }
  service = await openTestService({ folders })
})
afterAll(async () => {
  await service.close()
  await rm(root, { recursive: true })
})

beforeEach(async () => {
  await build('governance')
  await build('adult')
  await rm(folders.apps.children, { recursive: true, force: true })
  await mkdir(join(root, 'ui/dist'), { recursive: true })
  await writeFile(join(root, 'ui/dist/workplan.css'), 'body { margin: 0 }')
  await mkdir(join(root, 'shell/dist'), { recursive: true })
  await writeFile(join(root, 'shell/dist/live-worker-a1b2c3d4.js'), SCRIPT)
  await writeFile(join(root, 'secret.txt'), 'not for readers')
})

async function build(app: 'governance' | 'adult' | 'children'): Promise<void> {
  const dist = folders.apps[app]
  await mkdir(join(dist, 'assets'), { recursive: true })
  await writeFile(join(dist, 'assets/index-a1b2c3d4.js'), SCRIPT)
  await writeFile(
    join(dist, 'index.html'),
    `<!doctype html><link rel="stylesheet" href="/_shared/workplan.css?v=1"><title>${app}</title>
     <script type="module" src="/${app}/assets/index-a1b2c3d4.js"></script>`,
  )
}

describe('a built app', () => {
  it('is at its path, and the first one is where one arrives', async () => {
    expect((await service.send('/')).headers.get('location')).toBe('/governance/')
    expect((await service.send('/adult')).headers.get('location')).toBe('/adult/')
    const page = await service.send('/adult/')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(await page.text()).toContain('<title>adult</title>')
  })

  it.each(['/adult/bnssg/', '/adult/bnssg/tasks/bnssg.task.training', '/adult/bnssg/workplan?status=late'])(
    'answers %s with its page, for its own router',
    async (path) => {
      const page = await service.send(path)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('<title>adult</title>')
    },
  )

  it('lets no page run a script of another origin or be framed', async () => {
    const policy = (await service.send('/adult/')).headers.get('content-security-policy')
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types vue live-worker",
    )
  })

  it('sends its scripts small, to be kept for good', async () => {
    const path = '/adult/assets/index-a1b2c3d4.js'
    const answer = await service.send(path, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const content = Buffer.from(await answer.arrayBuffer())
    expect(content.length).toBeLessThan(SCRIPT.length / 10)
    expect(brotliDecompressSync(content).toString()).toBe(SCRIPT)
    const plain = await service.send(path, { headers: { 'accept-encoding': 'br;q=0' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(SCRIPT)
  })

  it('has what it shares with the other apps at one address, to be kept for good', async () => {
    const worker = await service.send('/_shared/live-worker-a1b2c3d4.js')
    expect(worker.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await worker.text()).toBe(SCRIPT)
    expect((await service.send('/_shared/live-worker-00000000.js')).status).toBe(404)
    expect((await service.send('/_shared/workplan.css')).headers.get('cache-control')).toBe('no-cache')
  })

  it('is not sent again while it is the same, and is after a new build', async () => {
    const etag = (await service.send('/adult/')).headers.get('etag') ?? ''
    const same = await service.send('/adult/', { headers: { 'if-none-match': etag } })
    expect(same.status).toBe(304)
    await writeFile(
      join(folders.apps.adult, 'index.html'),
      '<title>newer</title><script src="/adult/assets/index-a1b2c3d4.js"></script>',
    )
    const newer = await service.send('/adult/', { headers: { 'if-none-match': etag } })
    expect(await newer.text()).toContain('newer')
  })

  it.each([
    '/adult/assets/index-00000000.js',
    '/adult/assets/',
    '/adult/favicon.ico',
    '/_shared/none.css',
    '/_shared/',
  ])('has no %s', async (path) => {
    await expectProblem(await service.send(path), 'not-found')
  })
})

describe('paths that lead elsewhere', () => {
  it.each([
    '/adult/%2e%2e/%2e%2e/secret.txt',
    '/adult/..%2f..%2fsecret.txt',
    '/adult/assets/..%2f..%2f..%2fsecret.txt',
    '/adult/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/adult/..%5c..%5csecret.txt',
    '/adult/assets/....//....//secret.txt',
    '/adult//etc/passwd.txt',
    '/_shared/..%2f..%2fsecret.txt',
    '/_shared/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/adult/x%2fy',
    '/adult/x%5Cy',
    '/adult/.env',
    '/adult/assets/.hidden.js',
  ])('%s gives nothing away', async (path) => {
    const answer = await service.send(path)
    await expectProblem(answer, 'not-found')
  })
})

describe('an app that is not built', () => {
  it('says so under its own path, in words and with ways on', async () => {
    const page = await service.send('/children/bnssg/')
    expect(page.status).toBe(503)
    expect(page.headers.get('content-type')).toContain('text/html')
    const text = await page.text()
    expect(text).toContain('<h1>Children and young people is not available</h1>')
    expect(text).toContain('<a href="/adult/">')
  })

  it('says so as a problem to programs', async () => {
    const headers = { accept: 'application/json' }
    await expectProblem(await service.send('/children/', { headers }), 'app-not-built')
  })

  it('takes nothing else with it', async () => {
    const answers = await Promise.all(
      ['/adult/', '/governance/', '/_shared/workplan.css', '/api/session', '/livez', '/readyz'].map((path) =>
        service.send(path),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  })

  it('counts as not built when its page asks for a file that is not there', async () => {
    await rm(join(folders.apps.adult, 'assets/index-a1b2c3d4.js'))
    expect((await service.send('/adult/')).status).toBe(503)
    await build('adult')
    expect((await service.send('/adult/')).status).toBe(200)
  })

  it('works as soon as it is built', async () => {
    expect((await service.send('/children/')).status).toBe(503)
    await build('children')
    expect((await service.send('/children/')).status).toBe(200)
  })
})
