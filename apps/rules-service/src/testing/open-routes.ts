/** Routes that are not part of the described API; anyone may call them. */
export const OPEN_ROUTES: ReadonlySet<string> = new Set([
  'GET /api/openapi.json',
  'GET /api/docs',
  'GET /api/auth/get-session',
  'POST /api/auth/sign-out',
  'GET /api/auth/callback/single-sign-on',
  'GET /',
  'GET /_shared/*',
  ...['governance', 'adult', 'children', 'workforce'].flatMap((app) => [`GET /${app}`, `GET /${app}/*`]),
])
