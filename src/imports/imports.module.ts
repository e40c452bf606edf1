import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { RecordsModule } from '../records/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { importMailSamples } from './domain/imported-mail.js';
import { ImportsController } from './http/imports.controller.js';
import { importProblems } from './http/problems.js';
import { WorkImportJob } from './jobs/work-import.job.js';
import { ImportPages } from './pages/imports.controller.js';
import { ImportFacts } from './queries/import-facts.js';
import { importsEntities } from './storage/entities.js';
import { ImportRepository } from './storage/import-repository.js';
import { ImportFiles } from './use-cases/import-files.js';
import { JudgeRows } from './use-cases/judge-rows.js';
import { MakeContent, MakeRow } from './use-cases/make-rows.js';
import { ReadFile } from './use-cases/read-file.js';
import { ReadImport } from './use-cases/read-import.js';
import { TellImported } from './use-cases/tell-imported.js';
import { ConfirmImport, MakeBatch, WorkImport } from './use-cases/work-import.js';

/** People, plans and history from spreadsheets: read, shown row by row, and made once they are confirmed. */
@Module({
  imports: [
    EntitiesModule.forFeature(importsEntities),
    UnitsModule,
    PeopleModule,
    VisitsModule,
    RecordsModule,
    ProblemsModule.forFeature(importProblems),
    MailSamplesModule.forFeature(importMailSamples),
  ],
  controllers: [ImportsController, ImportPages],
  providers: [
    ImportFacts,
    ImportRepository,
    ImportFiles,
    JudgeRows,
    MakeContent,
    MakeRow,
    ReadFile,
    ReadImport,
    TellImported,
    ConfirmImport,
    MakeBatch,
    WorkImport,
    WorkImportJob,
  ],
})
export class ImportsModule {}
