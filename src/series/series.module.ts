import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { seriesMailSamples } from './domain/mail-samples.js';
import { seriesConstraints, seriesProblems } from './http/problems.js';
import { SeriesController } from './http/series.controller.js';
import { SeriesParts } from './pages/series-parts.js';
import { SeriesPages } from './pages/series.controller.js';
import { SeriesPlaces } from './queries/series-places.js';
import { seriesEntities } from './storage/entities.js';
import { SeriesRepository } from './storage/series-repository.js';
import { CreateSeries } from './use-cases/create-series.js';
import { MoveDates } from './use-cases/move-dates.js';
import { PlanSeries } from './use-cases/plan-series.js';
import { ReadSeries } from './use-cases/read-series.js';
import { SeriesWholes } from './use-cases/series-wholes.js';
import { StepDate } from './use-cases/step-date.js';
import { SubmitDates } from './use-cases/submit-dates.js';
import { StepSeries } from './use-cases/step-series.js';
import { TellSeries } from './use-cases/tell-series.js';

/** Coordination meetings that repeat: each date is a visit of its own. */
@Module({
  imports: [
    EntitiesModule.forFeature(seriesEntities),
    UnitsModule,
    VisitsModule,
    ProblemsModule.forFeature(seriesProblems, seriesConstraints),
    MailSamplesModule.forFeature(seriesMailSamples),
  ],
  controllers: [SeriesController, SeriesPages],
  providers: [
    SeriesPlaces,
    SeriesRepository,
    CreateSeries,
    MoveDates,
    PlanSeries,
    ReadSeries,
    SeriesWholes,
    StepDate,
    StepSeries,
    SubmitDates,
    TellSeries,
    SeriesParts,
  ],
  exports: [CreateSeries, PlanSeries],
})
export class SeriesModule {}
