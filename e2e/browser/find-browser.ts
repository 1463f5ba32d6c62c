import { delimiter, join } from 'node:path'

/** What finding a browser depends on: the platform, the environment, and whether a program starts. */
export interface Machine {
  platform: NodeJS.Platform
  environment: Readonly<Record<string, string | undefined>>
  /** True when this file can be run as a browser. */
  starts: (path: string) => boolean
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macPrograms = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

const windowsPrograms = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
]

/**
 * The first Chromium, Chrome or Edge of this machine that starts; CHROME_PATH comes first and must work.
 * Answers undefined where there is none; throws when CHROME_PATH names something that does not start.
 */
export function findBrowser(machine: Machine): string | undefined {
  const chosen = machine.environment['CHROME_PATH']
  if (chosen) {
    if (machine.starts(chosen)) return chosen
    throw new Error(
      `CHROME_PATH is ${chosen}, which does not start. Correct it, or unset it to use another browser.`,
    )
  }
  return usualPlaces(machine).find((path) => machine.starts(path))
}

function usualPlaces({ platform, environment }: Machine): string[] {
  if (platform === 'darwin') return macPrograms
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    )
    return folders.flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`))
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)))
}
