import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { TripsModule } from '../trips/index.js';
import { UnitsModule } from '../units/index.js';
import { AgendasModule } from '../agendas/index.js';
import { CheckInModule } from '../check-in/index.js';
import { FollowUpsModule } from '../follow-ups/index.js';
import { SummariesModule } from '../summaries/index.js';
import { VisitDaysModule } from '../visit-days/index.js';
import { CertificatesController } from './http/certificates.controller.js';
import { LettersController } from './http/letters.controller.js';
import { VisitsModule } from '../visits/index.js';
import { DeclineReasons } from './queries/decline-reason.js';
import { OfficeAddresses } from './queries/office-address.js';
import { CertificateRepository } from './storage/certificate-repository.js';
import { LetterRepository } from './storage/letter-repository.js';
import { CheckCertificate } from './use-cases/check-certificate.js';
import { GatherPictures } from './use-cases/gather-pictures.js';
import { GatherOfficeFacts } from './use-cases/gather-office-facts.js';
import { GatherAfterwards } from './use-cases/gather-afterwards.js';
import { KeepCertificates } from './use-cases/keep-certificates.js';
import { GatherPaperFacts } from './use-cases/gather-paper-facts.js';
import { KeepLetters, LetterStore } from './use-cases/keep-letters.js';
import { CopyStore, KeepSignedCopy } from './use-cases/keep-signed-copy.js';
import { ReadCopy } from './use-cases/read-copy.js';
import { LetterPlaces } from './use-cases/letter-places.js';
import { LookAtLetterNips, ReadLetters } from './use-cases/read-letters.js';
import { TakePaper } from './use-cases/take-paper.js';
import { TakeSnapshot } from './use-cases/take-snapshot.js';
import { SignedCopiesController } from './http/signed-copies.controller.js';
import { CopyForms } from './pages/copy-forms.js';
import { TripCopyPages, VisitCopyPages } from './pages/copies.controller.js';
import { OfficePapersController } from './http/office-papers.controller.js';
import { paperConstraints, paperProblems } from './http/problems.js';
import { CertificatesPages } from './pages/certificates.controller.js';
import { CheckPages } from './pages/check.controller.js';
import { LetterDetailsPages } from './pages/letter-details.controller.js';
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
    AgendasModule,
    CheckInModule,
    FollowUpsModule,
    SummariesModule,
    TripsModule,
    UnitsModule,
    VisitDaysModule,
    VisitsModule,
  ],
  controllers: [
    CertificatesController,
    CertificatesPages,
    CheckPages,
    LetterDetailsPages,
    LettersController,
    SignedCopiesController,
    OfficePapersController,
    OfficePapersPages,
    TemplatePages,
    TemplatesController,
    TripLetterPages,
    TripCopyPages,
    VisitCopyPages,
    VisitLetterPages,
  ],
  providers: [
    CertificateRepository,
    CheckCertificate,
    GatherAfterwards,
    GatherOfficeFacts,
    GatherPictures,
    KeepCertificates,
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
    ...[CopyStore, KeepSignedCopy, ReadCopy],
    LetterForms,
    CopyForms,
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
  exports: [KeepSignedCopy, ReadLetters, TakePaper],
})
export class PaperworkModule {}
