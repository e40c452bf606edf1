import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { EraseJob } from './jobs/erase.job.js';
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
import { FindOwnRows } from './use-cases/find-own-rows.js';
import { GatherSubject } from './use-cases/gather-subject.js';
import { KeepErasureList } from './use-cases/keep-erasure-list.js';
import { WaitingErasures } from './use-cases/waiting-erasures.js';

const storage = [ErasureRepository, HeldMails, KeptJobs, OwnRows, SubjectFacts, WordedRows];
const erasing = [
  BeginErasure,
  EraseAgain,
  EraseFiles,
  ErasePerson,
  EraseTable,
  ErasureCourse,
  FindOwnRows,
  GatherSubject,
];

/** What people may ask for of what is kept about them: a copy, and that it goes (UU 27/2022). */
@Module({
  imports: [EntitiesModule.forFeature(personalDataEntities), PeopleModule],
  providers: [...storage, ...erasing, KeepErasureList, WaitingErasures, EraseJob],
})
export class PersonalDataModule {}
