export { createWorkplanApp, type WorkplanAppOptions } from './app/create-workplan-app.ts'
export {
  createWorkstreamApp,
  workstreamApp,
  type WorkstreamAppDefinition,
} from './app/create-workstream-app.ts'
export { useAppDefinition, type Section, type WorkplanAppDefinition } from './app/app-definition.ts'

export { api } from './api/client.ts'
export { read, type SuccessBody } from './api/read.ts'
export { ApiProblem, isProblem, NetworkFailure } from './api/api-problem.ts'
export { failedInWords, mayBeDone } from './api/failed-in-words.ts'
export { problemInWords, type ProblemInWords } from './api/problem-in-words.ts'

export { useSession } from './session/use-session.ts'
export { useConnection } from './live/use-connection.ts'
export { useProgramme } from './programme/use-programme.ts'
export { addressesOf, type Addresses, type AddressQuery } from './address/addresses.ts'
export { useAddresses } from './address/use-addresses.ts'
export { useFilters } from './address/use-filters.ts'
export { useParam } from './address/use-param.ts'

export { programmeKey } from './queries/keys.ts'
export { demonstrationPeopleQuery, sessionQuery, waysToSignInQuery } from './queries/session.ts'
export { programmeQuery } from './queries/programme.ts'
export { taskQuery, tasksQuery, type TaskFilters } from './queries/tasks.ts'
export { flagReviewQuery } from './queries/flag-review.ts'
export { flagQuery, flagsQuery, type FlagFilters } from './queries/flags.ts'
export { levelsQuery } from './queries/levels.ts'
export { roundQuery, roundsQuery } from './queries/rounds.ts'
export { metricQuery, metricsQuery } from './queries/metrics.ts'
export { trendsQuery, type TrendFilters } from './queries/trends.ts'
export { dutiesQuery, type DutyFilters } from './queries/duties.ts'
export { requirementQuery, requirementsQuery, type RequirementFilters } from './queries/requirements.ts'
export { askCoverageWhatIf } from './queries/coverage-trial.ts'
export { coverageQuery } from './queries/coverage.ts'
export { contractsQuery, servicesQuery, sharingQuery, type ServiceFilters } from './queries/services.ts'
export { approvalsQuery, askedAcceptancesQuery } from './queries/approvals.ts'
export { groupQuery, groupsQuery } from './queries/groups.ts'
export { foiPackQuery, foiPacksQuery, questionSetsQuery } from './queries/foi-packs.ts'
export { peopleQuery } from './queries/people.ts'
export { retentionQuery } from './queries/privacy.ts'
export {
  reportKey,
  reportQuery,
  reportsQuery,
  reportVerificationQuery,
  type ReportFilters,
} from './queries/reports.ts'
export { recordQuery } from './queries/records.ts'
export { comparisonQuery } from './queries/comparison.ts'
export { journalQuery, type JournalFilters } from './queries/journal.ts'

export { ruleFactsQuery, ruleKey, rulesQuery, ruleQuery } from './queries/rules.ts'
export { askWhatIf, checkRule, previewRuleSettings, tryRule } from './queries/trials.ts'

export { etagOf, newAttempt } from './mutations/attempt.ts'
export { useChanging } from './mutations/use-changing.ts'
export { useSending } from './mutations/use-sending.ts'
export { useUpdateTask, type TaskUpdate } from './mutations/update-task.ts'
export { useCreateTask, type TaskCreation } from './mutations/create-task.ts'
export {
  useChangeMetric,
  useCreateMetric,
  useChangeReading,
  useRecordReading,
  type MetricCreation,
  type MetricUpdate,
  type ReadingCorrection,
  type ReadingRecording,
} from './mutations/metrics.ts'
export { useDecideFlag, type FlagDecision } from './mutations/decide-flag.ts'
export { useDecideManyFlags, type DecisionOnMany } from './mutations/decide-many-flags.ts'
export { useChangeFoiPacks } from './mutations/change-foi-packs.ts'
export { useMarkFlagsReviewed } from './mutations/mark-flags-reviewed.ts'
export { useDraftReport, type ReportDrafting } from './mutations/draft-report.ts'
export { useEditReport, type ReportEditing } from './mutations/edit-report.ts'
export { usePersonalData } from './mutations/change-personal-data.ts'
export { useChangePeople } from './mutations/change-people.ts'
export { useChangeGroups } from './mutations/change-groups.ts'
export { useChangeApprovals, type ApprovalsChange } from './mutations/change-approvals.ts'
export { useSignOffReport, type ReportSignOff } from './mutations/sign-off-report.ts'
export { useIssueReport, type ReportIssue } from './mutations/issue-report.ts'

export { useSetRule, type RuleSetting } from './mutations/set-rule.ts'
export { useWriteRule, type RuleWriting } from './mutations/write-rule.ts'
export { useDiscardRuleDraft, type RuleDraftDiscard } from './mutations/discard-rule-draft.ts'
export { usePublishRule, type RuleDraftPublishing } from './mutations/publish-rule.ts'
export { useEndRule, type RuleEnding } from './mutations/end-rule.ts'

export { default as CommentForm } from './comments/CommentForm.vue'
export { EMPTY_COMMENT, placeOfNewComment } from './comments/use-comment-form.ts'
export { default as CommentItem } from './comments/CommentItem.vue'
export { commentsQuery } from './queries/comments.ts'

export { useAnnouncement, type Announcement } from './announcement/use-announcement.ts'
export { effectInWords, touchedFlags } from './announcement/effect-in-words.ts'

export { default as MomentFields } from './as-at/MomentFields.vue'
export { momentsInAddress } from './as-at/moments-in-address.ts'
export { GOOD_MOMENT, isMoment, unreadableInWords } from './as-at/unreadable-in-words.ts'
export { asAtInWords, momentDraftOf, readMoment, type MomentDraft } from './as-at/moment-text.ts'

export { useContest } from './conflict/use-contest.ts'
export { LazyVersionConflict } from './conflict/lazy-version-conflict.ts'
export { keptMine, type Choices, type ContestedField, type WhoWasFirst } from './conflict/contested-field.ts'
export { isPassing } from './send-later/is-passing.ts'
export { SIGNED_OUT } from './send-later/not-saved-words.ts'
export { useKeptUntilSent } from './send-later/use-kept-until-sent.ts'
export { useSendLater } from './send-later/use-send-later.ts'
export { default as WaitingToSend } from './send-later/WaitingToSend.vue'

export { parsePartialDate } from './task-form/parse-partial-date.ts'
export { forgetDraft, keepDraft, keptDraft } from './task-form/draft-store.ts'

export { default as PageHeading } from './frame/PageHeading.vue'
export { default as QueryView } from './query-view/QueryView.vue'

export {
  audiencesInWords,
  audienceWords,
  counted,
  evidenceWords,
  kindWords,
  reasonWords,
  severityWords,
  statusWords,
  verdictWords,
} from './words/words.ts'
export { dayWords, modeWords } from './words/service-words.ts'
export { changeInWords } from './words/change-in-words.ts'
export { momentInWords } from './words/moment-in-words.ts'
export { placesInWords } from './words/places-in-words.ts'
export { dueText, quarterText, slipText } from './words/task-dates.ts'

export { default as ExplanationTree } from './flags/ExplanationTree.vue'
export { lastEventInWords } from './flags/flag-event-words.ts'
export { default as FlagHistory } from './flags/FlagHistory.vue'
export { default as FlagList } from './flags/FlagList.vue'
export { default as FlagPage } from './flags/FlagPage.vue'
export { flagEventWords } from './flags/flag-event-words.ts'
export { flagsByCause } from './flags/flags-by-cause.ts'
export { default as LookedAtRecords } from './flags/LookedAtRecords.vue'
export { default as FlagForecast } from './what-if/FlagForecast.vue'
export { default as TryService } from './what-if/TryService.vue'
export { forecastInWords } from './what-if/forecast-in-words.ts'
export { useWhatIf } from './what-if/use-what-if.ts'
export { default as FlagCount } from './parts/FlagCount.vue'
export { flagsUnder } from './parts/flags-under.ts'
export { default as KeyFigures, type KeyFigure } from './parts/KeyFigures.vue'
export { default as MeasureTable } from './parts/MeasureTable.vue'
export { default as RequirementLink } from './parts/RequirementLink.vue'
export { default as RequirementLinks } from './parts/RequirementLinks.vue'
export { default as SourceLine } from './parts/SourceLine.vue'
export { default as ValueText } from './parts/ValueText.vue'
export { answerInWords } from './requirement/answer-in-words.ts'
export { default as TaskForm } from './task-form/TaskForm.vue'
export { placeOfNew } from './arrangements/place-of-new.ts'
export { default as ArrangementLeft } from './arrangements/ArrangementLeft.vue'
export { LazyArrangementForm } from './arrangements/lazy-arrangement-form.ts'
export type { RecordField } from './record-form/record-field.ts'
export { default as EntryForm } from './versioned-form/EntryForm.vue'
export { default as ReasonDialog } from './versioned-form/ReasonDialog.vue'
export { useBegun } from './versioned-form/use-begun.ts'
export { useEntryForm, type EntryFormState } from './versioned-form/use-entry-form.ts'
export { useWordsLeft } from './versioned-form/use-words-left.ts'
export { default as WordsLeft } from './versioned-form/WordsLeft.vue'
export { default as VersionedForm } from './versioned-form/VersionedForm.vue'
export { useVersionedForm } from './versioned-form/use-versioned-form.ts'
export type { FormState, Problems, Sending } from './versioned-form/form-of-record.ts'
export type { Versioned } from './versioned-form/kept-versioned.ts'
export { useDraftKey } from './task-form/use-draft-key.ts'
export { useIsKept } from './task-form/use-is-kept.ts'
export { default as RecordForm } from './record-form/RecordForm.vue'
export type { RecordTarget, SavedRecord, StoredRecord } from './record-form/record-target.ts'
export { useRecordSaved } from './record-form/use-record-saved.ts'
export { useUpdateService, type ServiceSaving } from './mutations/update-service.ts'
export { capacityQuery, trainingQuery, transitionQuery } from './queries/arrangements.ts'
export { default as TransitionPathways } from './transition/TransitionPathways.vue'
