export { workplanViteConfig } from './workplan-vite-config.ts'
export { workplanVitestConfig } from './workplan-vitest-config.ts'
