import { Module } from '@nestjs/common';
import { ReferenceController } from './http/reference.controller.js';
import { ListReference } from './queries/list-reference.js';
import { UnitFacts } from './queries/unit-facts.js';
import { LoadReferenceData } from './use-cases/load-reference-data.js';

/** Units, their regional offices, and when they receive guests. */
@Module({
  controllers: [ReferenceController],
  providers: [LoadReferenceData, ListReference, UnitFacts],
  exports: [LoadReferenceData, UnitFacts],
})
export class UnitsModule {}
