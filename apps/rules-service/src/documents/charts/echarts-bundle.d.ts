/** The charting library in one file has no types of its own; it exports what its modules do. */
declare module 'echarts/dist/echarts.esm.min' {
  export { init } from 'echarts'
}
