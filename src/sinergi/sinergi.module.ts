import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/index.js';
import { FoldFiguresJob } from './jobs/fold-figures.job.js';
import { SinergiListPages } from './pages/sinergi-lists.controller.js';
import { SinergiPages } from './pages/sinergi.controller.js';
import { AnswerTimes } from './queries/answer-times.js';
import { ScopedFollowUps } from './queries/scoped-follow-ups.js';
import { ScopedVisits } from './queries/scoped-visits.js';
import { SilentUnits } from './queries/silent-units.js';
import { SinergiChoices } from './queries/sinergi-choices.js';
import { UnsummarisedVisits } from './queries/unsummarised-visits.js';
import { VisitPairs } from './queries/visit-pairs.js';
import { VisitsByMonth } from './queries/visits-by-month.js';
import { VisitsByState } from './queries/visits-by-state.js';
import { FigureStore } from './storage/figure-store.js';
import { KeepFigures } from './use-cases/keep-figures.js';
import { ReadOutcomeFigures } from './use-cases/read-outcome-figures.js';
import { ReadVisitFigures } from './use-cases/read-visit-figures.js';

/** What a regional office sees: who visits whom, on what, and what came of it. */
@Module({
  imports: [UnitsModule],
  controllers: [SinergiPages, SinergiListPages],
  providers: [
    AnswerTimes,
    FigureStore,
    FoldFiguresJob,
    KeepFigures,
    ScopedFollowUps,
    ScopedVisits,
    SilentUnits,
    SinergiChoices,
    UnsummarisedVisits,
    VisitPairs,
    VisitsByMonth,
    VisitsByState,
    ReadOutcomeFigures,
    ReadVisitFigures,
  ],
})
export class SinergiModule {}
