import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { CountableResultEntity, UmkmProductEntity } from './result.entity.js';

export type ResultRow = CountableResultEntity;
export type ProductRow = UmkmProductEntity;

/** Of what: a visit or a practice. */
export type ResultPlace = { visitId: string; noteId: null } | { visitId: null; noteId: string };

const kept = ['id', 'visitId', 'noteId', 'organisation', 'version', 'writtenBy', 'writtenAt'] as const;
const ofResult = [...kept, 'what', 'amount', 'measure', 'measuredOn'] as const;
const ofProduct = [...kept, 'name', 'maker', 'price', 'soldBy'] as const;

const whereOf = ({ visitId, noteId }: ResultPlace) => (visitId === null ? { noteId } : { visitId });

@Injectable()
export class ResultRepository {
  constructor(
    @InjectRepository(CountableResultEntity) private readonly results: Rows<CountableResultEntity>,
    @InjectRepository(UmkmProductEntity) private readonly products: Rows<UmkmProductEntity>,
  ) {}

  resultsOf(place: ResultPlace): Promise<ResultRow[]> {
    return this.results.find(ofResult, whereOf(place), { order: { measuredOn: 'ASC', id: 'ASC' } });
  }

  productsOf(place: ResultPlace): Promise<ProductRow[]> {
    return this.products.find(ofProduct, whereOf(place), { order: { name: 'ASC', id: 'ASC' } });
  }

  result(id: string): Promise<ResultRow | null> {
    return this.results.findOne(ofResult, { id }, { lock: true });
  }

  product(id: string): Promise<ProductRow | null> {
    return this.products.findOne(ofProduct, { id }, { lock: true });
  }

  async putResult(row: ResultRow): Promise<void> {
    await this.results.put({ key: ['id'] }, row);
  }

  async putProduct(row: ProductRow): Promise<void> {
    await this.products.put({ key: ['id'] }, row);
  }

  async removeResult(id: string): Promise<void> {
    await this.results.delete({ id });
  }

  async removeProduct(id: string): Promise<void> {
    await this.products.delete({ id });
  }
}
