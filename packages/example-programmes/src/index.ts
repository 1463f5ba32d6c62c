export { loadExampleProgrammes } from './load-example-programmes.ts'
export { parseProgrammeFiles, type ProgrammeFiles } from './parse-programme-files.ts'
