import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { TripsModule } from '../trips/index.js';
import { UnitsModule } from '../units/index.js';
import { LettersController } from './http/letters.controller.js';
import { VisitsModule } from '../visits/index.js';
import { DeclineReasons } from './queries/decline-reason.js';
import { OfficeAddresses } from './queries/office-address.js';
import { LetterRepository } from './storage/letter-repository.js';
import { GatherPaperFacts } from './use-cases/gather-paper-facts.js';
import { KeepLetters, LetterStore } from './use-cases/keep-letters.js';
import { LetterPlaces } from './use-cases/letter-places.js';
import { LookAtLetterNips, ReadLetters } from './use-cases/read-letters.js';
import { TakePaper } from './use-cases/take-paper.js';
import { TakeSnapshot } from './use-cases/take-snapshot.js';
import { OfficePapersController } from './http/office-papers.controller.js';
import { paperConstraints, paperProblems } from './http/problems.js';
import { OfficePapersPages } from './pages/office-papers.controller.js';
import { TemplatePages } from './pages/templates.controller.js';
import { TemplatesController } from './http/templates.controller.js';
import { CheckTemplate } from './use-cases/check-template.js';
import { FillTemplates } from './use-cases/fill-templates.js';
import { KeepTemplates } from './use-cases/keep-templates.js';
import { ReadStarter } from './use-cases/read-starter.js';
import { LetterTemplateRepository } from './storage/letter-template-repository.js';
import { LetterForms } from './pages/letter-forms.js';
import { TripLetterPages, VisitLetterPages } from './pages/letters.controller.js';
import { PaperworkParts } from './pages/paperwork-parts.js';
import { paperworkEntities } from './storage/entities.js';
import { OfficePaperRepository } from './storage/office-paper-repository.js';
import { KeepOfficePapers } from './use-cases/keep-office-papers.js';

/** The papers of visits: what stands on them, and the register of letters. */
@Module({
  imports: [
    EntitiesModule.forFeature(paperworkEntities),
    ProblemsModule.forFeature(paperProblems, paperConstraints),
    TripsModule,
    UnitsModule,
    VisitsModule,
  ],
  controllers: [
    LettersController,
    OfficePapersController,
    OfficePapersPages,
    TemplatePages,
    TemplatesController,
    TripLetterPages,
    VisitLetterPages,
  ],
  providers: [
    CheckTemplate,
    DeclineReasons,
    FillTemplates,
    GatherPaperFacts,
    KeepOfficePapers,
    KeepTemplates,
    LetterTemplateRepository,
    OfficePaperRepository,
    PaperworkParts,
    KeepLetters,
    LetterForms,
    LetterPlaces,
    LetterRepository,
    LetterStore,
    LookAtLetterNips,
    OfficeAddresses,
    ReadLetters,
    ReadStarter,
    TakePaper,
    TakeSnapshot,
  ],
  exports: [ReadLetters, TakePaper],
})
export class PaperworkModule {}
