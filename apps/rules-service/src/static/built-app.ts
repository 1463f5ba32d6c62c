import { readStaticFile, type StaticFile } from './static-files.ts'

/** The page of a built app with everything it loads first, or null when the build is missing or broken. */
export async function readAppPage(dist: string, basePath: string): Promise<StaticFile | null> {
  const page = await readStaticFile(dist, 'index.html')
  if (!page) return null
  const html = page.content.identity.toString('utf8')
  const own = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
    .map(([, address]) => address ?? '')
    .filter((address) => address.startsWith(basePath) && address !== basePath)
  const found = await Promise.all(own.map((address) => readStaticFile(dist, address.slice(basePath.length))))
  return own.length > 0 && found.every((file) => file !== null) ? page : null
}
