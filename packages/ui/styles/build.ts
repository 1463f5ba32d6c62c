import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileAsync } from 'sass-embedded'

const source = fileURLToPath(new URL('workplan.scss', import.meta.url))
const packages = fileURLToPath(new URL('../node_modules', import.meta.url))

/** Writes `workplan.css` and the pictures it points to (`nhsuk/`) into a folder that is served as `/_shared/`. */
export async function buildStyles(folder: string): Promise<void> {
  const { css } = await compileAsync(source, { style: 'compressed', loadPaths: [packages], quietDeps: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'workplan.css'), alwaysScripted(css))
  await cp(join(packages, 'nhsuk-frontend/dist/nhsuk/assets'), join(folder, 'nhsuk'), { recursive: true })
}

// nhsuk-frontend keeps the scripted look of tabs and the like behind a class that its own script puts on the body.
// Here Vue is that script and always runs, so the rules hold from the start; `:root` weighs as much as a class.
function alwaysScripted(css: string): string {
  return css.replaceAll('.nhsuk-frontend-supported ', ':root ')
}
