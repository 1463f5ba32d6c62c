import { AppId } from '@workplan/domain'
import { type Context, Hono } from 'hono'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../config.ts'
import { AppError } from '../errors.ts'
import type { AppEnv } from '../http/environment.ts'
import { answerFile } from '../static/answer-file.ts'
import { readAppPage } from '../static/built-app.ts'
import { appNotBuiltPage } from '../static/plain-page.ts'
import { isStaticName, readStaticFile } from '../static/static-files.ts'

/** Where the built apps and what they share lie. */
export interface StaticFolders {
  apps: Record<AppId, string>
  shared: string[]
}

export const builtFolders: StaticFolders = {
  apps: {
    governance: join(PROJECT_ROOT, 'apps/governance/dist'),
    adult: join(PROJECT_ROOT, 'apps/adult/dist'),
    children: join(PROJECT_ROOT, 'apps/children/dist'),
    workforce: join(PROJECT_ROOT, 'apps/workforce/dist'),
  },
  shared: [join(PROJECT_ROOT, 'packages/ui/dist'), join(PROJECT_ROOT, 'packages/shell/dist')],
}

/** The name of a file that changes with its content. */
const HASHED = /-[\w-]{8,}\.\w+$/

/** The built apps, each under its own path and none in need of another. */
export function appRoutes(folders: StaticFolders): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  routes.get('/', (c) => c.redirect('/governance/'))
  routes.get('/_shared/*', async (c) => {
    const path = rawPath(c).slice('/_shared/'.length)
    const found = await Promise.all(folders.shared.map((folder) => readStaticFile(folder, path)))
    const file = found.find((each) => each !== null)
    if (!file) throw notFound()
    const versioned = c.req.query('v') !== undefined || HASHED.test(c.req.path)
    return answerFile(c, file, versioned ? 'for-good' : 'ask-again')
  })
  for (const app of AppId.options) {
    routes.get(`/${app}`, (c) => c.redirect(`/${app}/`))
    routes.get(`/${app}/*`, (c) => answerApp(c, app, folders.apps[app]))
  }
  return routes
}

/** A file of the app, or its page for every address that the app's own router knows. */
async function answerApp(c: Context<AppEnv>, app: AppId, dist: string): Promise<Response> {
  const basePath = `/${app}/`
  const path = rawPath(c).slice(basePath.length)
  const page = await readAppPage(dist, basePath)
  if (!page) return answerNotBuilt(c, app)
  if (path.startsWith('assets/') || isStaticName(path)) {
    const file = await readStaticFile(dist, path)
    if (!file) throw notFound()
    return answerFile(c, file, path.startsWith('assets/') ? 'for-good' : 'ask-again')
  }
  if (/%2f|%5c|\\|\/\/|(^|\/)\./i.test(path)) throw notFound()
  return answerFile(c, page, 'ask-again')
}

function answerNotBuilt(c: Context<AppEnv>, app: AppId): Response | Promise<Response> {
  if (c.req.header('accept')?.includes('json'))
    throw new AppError('app-not-built', `The app ${app} is not built on this server. The other apps work.`)
  return c.html(appNotBuiltPage(app), 503, { 'retry-after': '60', 'cache-control': 'no-store' })
}

/** The path as it was sent, before anything in it is decoded. */
function rawPath(c: Context<AppEnv>): string {
  return new URL(c.req.url).pathname
}

function notFound(): AppError {
  return new AppError('not-found', 'There is no such file.')
}
