import { Action } from '@workplan/domain'
import { createApi } from '../../src/api.ts'
import { createApp } from '../../src/app.ts'
import type { AppContext } from '../../src/context.ts'
import { apiDocument } from '../../src/openapi/api-document.ts'
import { policy } from '../../src/policy.ts'
import { OPEN_ROUTES } from '../../src/testing/open-routes.ts'

/** A route as the router has it, with who it says may call it. */
export interface DeclaredRoute {
  method: string
  /** As `/api/programmes/{programme}/tasks/{id}`. */
  path: string
  access: 'public' | 'signed-in' | Action
}

/** Every route of the running router, and those of them that no line of the policy opens to anybody. */
export function routesOf(context: AppContext): { routes: DeclaredRoute[]; withoutLine: string[] } {
  const declared = new Map(
    Object.entries(apiDocument(createApi(context)).paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [
        `${method.toUpperCase()} ${path}`,
        operation['x-access'],
      ]),
    ),
  )
  const names = new Set(
    createApp(context)
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
  )
  const routes = [...names].flatMap((name): DeclaredRoute[] => {
    const [method = '', path = ''] = name.split(' ')
    const access = declared.get(name)
    return access !== undefined && isAccess(access) ? [{ method, path, access }] : []
  })
  const withLine = new Set(routes.filter(hasLine).map(({ method, path }) => `${method} ${path}`))
  const open = new Set([...OPEN_ROUTES].map((name) => name.replaceAll(/:(\w+)/g, '{$1}')))
  return { routes, withoutLine: [...names].filter((name) => !withLine.has(name) && !open.has(name)) }
}

function isAccess(text: string): text is DeclaredRoute['access'] {
  return text === 'public' || text === 'signed-in' || Action.safeParse(text).success
}

/** A route of a programme is for members who may do something; only others may be for everybody. */
function hasLine({ access, path }: DeclaredRoute): boolean {
  if (access === 'public' || access === 'signed-in') return !path.includes('{programme}')
  return policy.some(({ may }) => may === access)
}
