import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsWarningCallout from './NhsWarningCallout.vue'

checkFixtures({
  component: 'warning-callout',
  wrapper: NhsWarningCallout,
  names: ['default', 'with custom heading', 'with custom heading as string', 'with HTML'],
  props: ({ heading }) => ({ heading: textOf(heading) }),
  slots: ({ text, html }) => ({ default: html ?? `<p class="nhsuk-card__description">${text}</p>` }),
})
