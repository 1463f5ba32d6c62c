/** What is known after a build: which packages turbo says failed, and which apps have a built page, old or new. */
export interface BuildOutcome {
  failed: readonly string[]
  withPage: readonly string[]
}

/** The package folders' last names (`adult`) that a turbo run lists as failed, from the last lines of its output. */
export function failedPackages(turboOutput: string): string[] {
  const list = /^\s*Failed:\s+(.+)$/m.exec(turboOutput)?.[1] ?? ''
  return [...list.matchAll(/@workplan\/([\w-]+)#/g)].flatMap((match) => match[1] ?? [])
}

/** One line for each app that a person will miss or see out of date; none when every app was built. */
export function buildNotices(apps: readonly string[], { failed, withPage }: BuildOutcome): string[] {
  return apps.flatMap((app) => {
    if (!withPage.includes(app)) return `${app} was not built: /${app}/ says so, the other apps work.`
    if (failed.includes(app)) return `${app} could not be built: /${app}/ shows its last good build.`
    return []
  })
}
