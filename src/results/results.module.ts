import { Module } from '@nestjs/common';
import { NotesModule } from '../notes/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { resultProblems } from './http/problems.js';
import { ResultsController } from './http/results.controller.js';
import { ResultParts } from './pages/result-parts.js';
import { ResultsForms } from './pages/results-forms.js';
import { NoteResultPages, VisitResultPages } from './pages/results.controller.js';
import { resultsEntities } from './storage/entities.js';
import { ResultRepository } from './storage/result-repository.js';
import { KeepResults } from './use-cases/keep-results.js';
import { ReadResults } from './use-cases/read-results.js';
import { ResultAccess } from './use-cases/result-access.js';

/** What can be counted of visits and practices, and what is made there, as data. */
@Module({
  imports: [
    EntitiesModule.forFeature(resultsEntities),
    NotesModule,
    ProblemsModule.forFeature(resultProblems),
    UnitsModule,
    VisitsModule,
  ],
  controllers: [ResultsController, NoteResultPages, VisitResultPages],
  providers: [KeepResults, ReadResults, ResultAccess, ResultParts, ResultRepository, ResultsForms],
  exports: [ReadResults],
})
export class ResultsModule {}
