import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsErrorMessage from './NhsErrorMessage.vue'

checkFixtures({
  component: 'error-message',
  wrapper: NhsErrorMessage,
  names: ['default', 'with text escaping'],
  props: ({ text }) => ({ text: textOf(text) }),
})
