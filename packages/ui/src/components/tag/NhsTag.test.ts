import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsTag from './NhsTag.vue'

checkFixtures({
  component: 'tag',
  wrapper: NhsTag,
  names: ['default', 'without border', 'with text escaping', 'with HTML'],
  props: ({ colour, border }) => ({ colour, border }),
  slots: ({ text = '', html }) => ({ default: html ?? text.replaceAll('&', '&amp;') }),
})
