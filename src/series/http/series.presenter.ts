import type { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { ruleText, type Recurrence } from '../domain/recurrence.js';
import { recurrenceWords } from '../domain/series-words.js';
import type { PlannedSeries } from '../use-cases/plan-series.js';
import type { ReadableDate, ReadableSeries } from '../use-cases/read-series.js';
import { refusalText, type DateOutcome } from '../use-cases/step-series.js';
import type {
  RecurrenceView,
  SeriesDateView,
  SeriesOutcomeView,
  SeriesPreviewView,
  SeriesView,
} from './series.view.js';

const presentRule = (rule: Recurrence): RecurrenceView => ({
  frequency: rule.frequency,
  every: rule.every,
  ordinal: rule.ordinal,
  firstOn: rule.firstOn,
  until: rule.until,
  rule: ruleText(rule),
  words: recurrenceWords(rule),
});

export const presentPreview = ({ rule, dates, timeZone }: PlannedSeries): SeriesPreviewView => ({
  recurrence: presentRule(rule),
  dates: dates.map(({ date, startsAt, endsAt, skipped }) => ({
    date,
    startsAt: toOffsetIso(startsAt, timeZone),
    endsAt: toOffsetIso(endsAt, timeZone),
    skipped,
  })),
});

/** A series with the dates that the caller may see; times carry the offset of the host's zone. */
export const presentSeries = ({ series, about, dates }: ReadableSeries): SeriesView => ({
  id: series.id,
  version: series.version,
  title: series.title,
  guestUnit: series.guestUnit,
  guestUnitName: about.guestUnitName,
  hostUnit: series.hostUnit,
  hostUnitName: about.hostUnitName,
  timeZone: about.timeZone,
  recurrence: presentRule(series),
  dates: dates.map(presentDate),
});

const presentDate = ({ onDate, skipped, visit, steps }: ReadableDate): SeriesDateView => ({
  date: onDate,
  skipped,
  visit: visit?.id ?? null,
  reference: visit?.reference ?? null,
  state: visit?.state ?? null,
  startsAt: visit && toOffsetIso(visit.startsAt, visit.timeZone),
  endsAt: visit && toOffsetIso(visit.endsAt, visit.timeZone),
  steps,
});

export const presentOutcome =
  (catalog: ProblemCatalog) =>
  ({ onDate, visitId, refusal }: DateOutcome): SeriesOutcomeView => ({
    date: onDate,
    visit: visitId,
    done: refusal === null,
    code: refusal?.code ?? null,
    detail: refusal && refusalText(catalog, refusal),
  });
