import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { VisitsModule } from '../visits/index.js';
import { EraseJob } from './jobs/erase.job.js';
import { ErasureFilePages } from './pages/erasure-files.controller.js';
import { ExportPages } from './pages/exports.controller.js';
import { OwnDataPages } from './pages/own-data.controller.js';
import { ParticipantDataPages } from './pages/participant-data.controller.js';
import { PersonalDataPages } from './pages/personal-data.controller.js';
import { FindKnown } from './queries/find-known.js';
import { ListErasures } from './queries/list-erasures.js';
import { ListExports } from './queries/list-exports.js';
import { FindStanding } from './queries/standing.js';
import { personalDataEntities } from './storage/entities.js';
import { ErasureRepository } from './storage/erasure-repository.js';
import { HeldMails } from './storage/held-mails.js';
import { KeptJobs } from './storage/kept-jobs.js';
import { OwnRows } from './storage/own-rows.js';
import { SubjectFacts } from './storage/subject-facts.js';
import { WordedRows } from './storage/worded-rows.js';
import { BeginErasure } from './use-cases/begin-erasure.js';
import { EraseAgain } from './use-cases/erase-again.js';
import { EraseFiles } from './use-cases/erase-files.js';
import { ErasePerson } from './use-cases/erase-person.js';
import { EraseTable } from './use-cases/erase-table.js';
import { ErasureCourse } from './use-cases/erasure-course.js';
import { ExportExports } from './use-cases/export-exports.js';
import { FindOwnRows } from './use-cases/find-own-rows.js';
import { GatherSubject } from './use-cases/gather-subject.js';
import { KeepErasureList } from './use-cases/keep-erasure-list.js';
import { KnownPeople } from './use-cases/known-people.js';
import { ReadCopy } from './use-cases/read-copy.js';
import { RecordExports } from './use-cases/record-exports.js';
import { WaitingErasures } from './use-cases/waiting-erasures.js';

const storage = [ErasureRepository, HeldMails, KeptJobs, OwnRows, SubjectFacts, WordedRows];
const queries = [FindKnown, FindStanding, ListErasures, ListExports];
const finding = [FindOwnRows, GatherSubject, KnownPeople, ReadCopy];
const erasing = [
  BeginErasure,
  EraseAgain,
  EraseFiles,
  ErasePerson,
  EraseTable,
  ErasureCourse,
  KeepErasureList,
];

/** What people may ask for of what is kept about them: a copy, and that it goes; and who took what away (UU 27/2022). */
@Module({
  imports: [EntitiesModule.forFeature(personalDataEntities), PeopleModule, VisitsModule],
  controllers: [OwnDataPages, ParticipantDataPages, PersonalDataPages, ErasureFilePages, ExportPages],
  providers: [
    ...storage,
    ...queries,
    ...finding,
    ...erasing,
    RecordExports,
    ExportExports,
    WaitingErasures,
    EraseJob,
  ],
})
export class PersonalDataModule {}
