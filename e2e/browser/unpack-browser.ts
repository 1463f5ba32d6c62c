import { spawn } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const packageFolder = resolve(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..')

/**
 * Unpacks the Chromium that comes as an npm package into a folder named after its version, once, and answers the
 * program to start. Two runs at the same time do not disturb each other: the folder appears complete or not at all.
 */
export async function unpackBrowser(cacheFolder: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  const folder = join(cacheFolder, `chromium-${version}`)
  const program = join(folder, 'chromium.sh')
  if (existsSync(program)) return program

  await mkdir(cacheFolder, { recursive: true })
  const unfinished = await mkdtemp(`${folder}-`)
  try {
    await unpackFile('chromium.br', join(unfinished, 'chromium'))
    for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      await unpackArchive(archive, unfinished)
    }
    await writeFile(join(unfinished, 'fonts.conf'), fontSettings)
    await writeFile(join(unfinished, 'chromium.sh'), startScript, { mode: 0o755 })
    await rename(unfinished, folder)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    // Another run may have been first; its folder is as good as ours.
    if (!existsSync(program)) throw error
  }
  return program
}

/** Starts Chromium with the libraries and fonts that lie beside it, after those of the machine for fonts. */
const startScript = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="same">
    <family>Arial</family>
    <prefer><family>Arial</family><family>Liberation Sans</family><family>Open Sans</family></prefer>
  </alias>
</fontconfig>
`

function unpackFile(name: string, target: string): Promise<void> {
  return pipeline(
    createReadStream(join(packageFolder, 'bin', name)),
    createBrotliDecompress(),
    createWriteStream(target, { mode: 0o755 }),
  )
}

async function unpackArchive(name: string, folder: string): Promise<void> {
  const tar = spawn('tar', ['-x', '--no-same-owner', '-C', folder], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = new Promise<void>((settle, fail) => {
    tar.once('error', fail)
    tar.once('close', (code) =>
      code === 0 ? settle() : fail(new Error(`tar could not unpack ${name}: code ${code}`)),
    )
  })
  const fed = pipeline(
    createReadStream(join(packageFolder, 'bin', name)),
    createBrotliDecompress(),
    tar.stdin,
  )
  // tar stops reading at the end of the archive, which may break the pipe; a file cut short makes tar itself fail.
  await Promise.allSettled([fed, ended])
  await ended
}
