import { checkFixtures } from '../../fixtures/check-fixtures.ts'
import { textOf } from '../../fixtures/fixture.ts'
import NhsWarningCallout from './NhsWarningCallout.vue'

checkFixtures({
  component: 'warning-callout',
  wrapper: NhsWarningCallout,
  names: ['default', 'with custom heading', 'with custom heading as string', 'with HTML'],
  props: ({ heading }) => ({ heading: textOf(heading) }),
  // role="text" is no ARIA role; it is there for one screen reader.
  ignoreAttributes: ['role'],
  slots: ({ text, html }) => ({ default: html ?? `<p class="nhsuk-card__description">${text}</p>` }),
})
