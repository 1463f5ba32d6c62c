import { fileURLToPath } from 'node:url'
import { buildStyles } from './styles/build.ts'

await buildStyles(fileURLToPath(new URL('dist', import.meta.url)))
