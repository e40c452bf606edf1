import { Module } from '@nestjs/common';
import { FollowUpsModule } from '../follow-ups/index.js';
import { SummariesModule } from '../summaries/index.js';
import { UnitsModule } from '../units/index.js';
import { VisitsModule } from '../visits/index.js';
import { RecordsController } from './http/records.controller.js';
import { RecordPages } from './pages/record.controller.js';
import { RecordWholeVisit } from './use-cases/record-whole-visit.js';

/** Entering a visit that was agreed upon elsewhere, with all that is known of it. */
@Module({
  imports: [UnitsModule, VisitsModule, FollowUpsModule, SummariesModule],
  controllers: [RecordsController, RecordPages],
  providers: [RecordWholeVisit],
  exports: [RecordWholeVisit],
})
export class RecordsModule {}
