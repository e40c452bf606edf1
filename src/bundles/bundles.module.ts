import { Module } from '@nestjs/common';
import { PaperworkModule } from '../paperwork/index.js';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { SummariesModule } from '../summaries/index.js';
import { TripsModule } from '../trips/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitDaysModule } from '../visit-days/index.js';
import { VisitsModule } from '../visits/index.js';
import { BundlesController } from './http/bundles.controller.js';
import { bundleConstraints, bundleProblems } from './http/problems.js';
import { ForgetBundleFilesJob, ForgetBundlesJob } from './jobs/forget-bundles.job.js';
import { WorkBundleJob } from './jobs/work-bundle.job.js';
import { BundleForms } from './pages/bundle-forms.js';
import { BundleLinks } from './pages/bundle-links.js';
import { TripBundlePages, UnitBundlePages, VisitBundlePages } from './pages/bundles.controller.js';
import { VisitsOfYear } from './queries/visits-of-year.js';
import { BundleFiles } from './storage/bundle-files.js';
import { BundleRepository } from './storage/bundle-repository.js';
import { bundlesEntities } from './storage/entities.js';
import { AskForBundle, RemoveBundle } from './use-cases/ask-for-bundle.js';
import { AssembleBundle } from './use-cases/assemble-bundle.js';
import { BundlePlaces } from './use-cases/bundle-places.js';
import { ForgetBundles } from './use-cases/forget-bundles.js';
import { MakePart } from './use-cases/make-part.js';
import { PlanBundle, VisitRecords } from './use-cases/plan-bundle.js';
import { ReadBundles } from './use-cases/read-bundles.js';
import { TellVisit } from './use-cases/tell-visit.js';
import { BundleSteps, WorkBundle } from './use-cases/work-bundle.js';

/** All papers of a visit, a trip or a year as one ZIP and as one PDF. */
@Module({
  imports: [
    EntitiesModule.forFeature(bundlesEntities),
    ProblemsModule.forFeature(bundleProblems, bundleConstraints),
    PaperworkModule,
    PeopleModule,
    SummariesModule,
    TripsModule,
    UnitsModule,
    VisitDaysModule,
    VisitsModule,
  ],
  controllers: [BundlesController, TripBundlePages, UnitBundlePages, VisitBundlePages],
  providers: [
    AskForBundle,
    AssembleBundle,
    BundleFiles,
    BundleForms,
    BundleLinks,
    BundlePlaces,
    BundleRepository,
    BundleSteps,
    ForgetBundleFilesJob,
    ForgetBundles,
    ForgetBundlesJob,
    MakePart,
    PlanBundle,
    ReadBundles,
    RemoveBundle,
    TellVisit,
    VisitRecords,
    VisitsOfYear,
    WorkBundle,
    WorkBundleJob,
  ],
})
export class BundlesModule {}
