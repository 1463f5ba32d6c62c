import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import NhsInsetText from './NhsInsetText.vue'

checkFixtures({
  component: 'inset-text',
  wrapper: NhsInsetText,
  names: ['default', 'with HTML'],
  slots: ({ text, html }) => ({ default: html ?? `<p>${text}</p>` }),
})
