import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { UnitsModule } from '../units/index.js';
import { OfficePapersController } from './http/office-papers.controller.js';
import { paperConstraints, paperProblems } from './http/problems.js';
import { OfficePapersPages } from './pages/office-papers.controller.js';
import { PaperworkParts } from './pages/paperwork-parts.js';
import { paperworkEntities } from './storage/entities.js';
import { OfficePaperRepository } from './storage/office-paper-repository.js';
import { KeepOfficePapers } from './use-cases/keep-office-papers.js';

/** The papers of visits: what stands on them, and the register of letters. */
@Module({
  imports: [
    EntitiesModule.forFeature(paperworkEntities),
    ProblemsModule.forFeature(paperProblems, paperConstraints),
    UnitsModule,
  ],
  controllers: [OfficePapersController, OfficePapersPages],
  providers: [KeepOfficePapers, OfficePaperRepository, PaperworkParts],
})
export class PaperworkModule {}
