import type { RuleTrial, RuleTrialInput } from '@workplan/domain'
import { createEvaluator, readStatement } from '@workplan/rulebook'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { judgedFlag } from '../../rules/said-before.ts'
import { documentOf } from '../../rules/own-rule.ts'
import { type OwnRuleVersion, withOwnRule } from '../../rules/programme-rules.ts'
import { subjectsIn } from '../../rules/subjects-in.ts'
import { effectOfChange } from '../what-if/effect-of-change.ts'
import { checkRule } from './check-rule.ts'
import { findOwnRule } from './find-rule.ts'

const SHOWN = 50
const NAME = 'own.trial'

/**
 * What a rule would raise on the programme as it stands, and what publishing it would do to the flags there are: as a new
 * rule, or as the next version of the own rule of that id. Its cases do not matter. Throws `not-found`, `conflict`,
 * `invalid-input`.
 */
export async function tryRule(
  { store, rules, now }: Pick<AppContext, 'store' | 'rules' | 'now'>,
  programmeId: string,
  { document }: RuleTrialInput,
  id?: string,
): Promise<RuleTrial> {
  const { conditions } = rules.rulebook
  const { problems } = await checkRule({ document, cases: [] }, conditions)
  const errors = problems
    .filter(({ place }) => place !== 'cases')
    .map(({ place, message }) => ({ path: `document.${place}`, message }))
  if (errors.length > 0)
    throw new AppError('invalid-input', 'The rule cannot be tried yet: put right what is named.', { errors })
  const programme = await store.readProgramme(programmeId)
  const published = id === undefined ? undefined : findOwnRule(programme, rules, id).published
  const supposed = publishedNow({ id: id ?? NAME, version: (published?.version ?? 0) + 1, document }, now())
  const rule = { ...readStatement(documentOf(supposed), conditions, NAME), cases: [] }
  const evaluator = createEvaluator([rule])
  const subjects = subjectsIn(programme, rules.library).filter(({ kind }) => kind === rule.subject)
  const { holding, notAssessable } = evaluator.judge(subjects)
  return {
    subjects: subjects.length,
    count: holding.length,
    items: holding.slice(0, SHOWN).map((finding) => {
      const { subject, severity, message, audience, workstreams } = judgedFlag(finding, evaluator)
      return { subject, severity, message, audience, workstreams }
    }),
    notAssessable: {
      count: notAssessable.length,
      items: notAssessable
        .slice(0, SHOWN)
        .map(({ subject: { kind, id: subject, title } }) => ({ kind, id: subject, title })),
    },
    effect: effectOfChange(
      programme,
      { programmeRules: withOwnRule(programme.programmeRules, supposed) },
      rules,
      now(),
    ),
  }
}

/** A version as it would be once it is published. */
function publishedNow(text: Pick<OwnRuleVersion, 'id' | 'version' | 'document'>, at: Date): OwnRuleVersion {
  return {
    ...text,
    revision: 0,
    state: 'published',
    cases: [],
    by: '',
    at,
    reason: null,
    until: null,
    ended: null,
  }
}
