import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { found } from '../../platform/http/request-error.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { amountWords } from '../domain/measures.js';
import { KeepResults, type GivenProduct, type SeenRow } from '../use-cases/keep-results.js';
import {
  ReadResults,
  type CountedResult,
  type MadeProduct,
  type ResultPlace,
} from '../use-cases/read-results.js';
import {
  ChangeProductBody,
  ChangeResultBody,
  NewProductBody,
  NewResultBody,
  SeenResultQuery,
} from './results.dto.js';
import type {
  CountedResultList,
  CountedResultView,
  MadeProductList,
  MadeProductView,
} from './results.view.js';

const resultOf = ({
  id,
  organisation,
  what,
  amount,
  measure,
  measuredOn,
  version,
}: CountedResult): CountedResultView => ({
  ...{ id, organisation, what, amount, measure, measuredOn, version },
  words: amountWords(amount, measure),
});

const productOf = ({
  id,
  organisation,
  name,
  maker,
  price,
  soldBy,
  version,
}: MadeProduct): MadeProductView => ({
  ...{ id, organisation, name, maker, price, soldBy, version },
});

const givenProduct = ({
  organisation,
  name,
  maker = '',
  price = null,
  soldBy = '',
}: NewProductBody): GivenProduct => ({
  ...{ organisation, name, maker, price, soldBy },
});

const ofVisit = (visitId: string): ResultPlace => ({ visitId, noteId: null });
const ofNote = (noteId: string): ResultPlace => ({ visitId: null, noteId });

/** What can be counted of visits and practices, and what is made there. */
@ApiTags('results')
@Controller('api')
@Allow(signedIn)
export class ResultsController {
  constructor(
    private readonly read: ReadResults,
    private readonly keep: KeepResults,
  ) {}

  /** What can be counted of a visit. */
  @Get('visits/:id/results')
  async resultsOfVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CountedResultList> {
    const { results } = await this.read.execute(actor, ofVisit(id));
    return { items: results.map(resultOf) };
  }

  @Post('visits/:id/results')
  async addResultToVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewResultBody,
  ): Promise<CountedResultView> {
    return this.putResult(actor, ofVisit(id), null, body);
  }

  @Put('visits/:id/results/:rowId')
  async changeResultOfVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() body: ChangeResultBody,
  ): Promise<CountedResultView> {
    return this.putResult(actor, ofVisit(id), { id: rowId, version: body.version }, body);
  }

  @Delete('visits/:id/results/:rowId')
  @HttpCode(204)
  async removeResultOfVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Query() { version }: SeenResultQuery,
  ): Promise<void> {
    await this.keep.removeResult(actor, ofVisit(id), { id: rowId, version });
  }

  /** Products of a visit. */
  @Get('visits/:id/products')
  async productsOfVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MadeProductList> {
    const { products } = await this.read.execute(actor, ofVisit(id));
    return { items: products.map(productOf) };
  }

  @Post('visits/:id/products')
  async addProductToVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewProductBody,
  ): Promise<MadeProductView> {
    return this.putProduct(actor, ofVisit(id), null, body);
  }

  @Put('visits/:id/products/:rowId')
  async changeProductOfVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() body: ChangeProductBody,
  ): Promise<MadeProductView> {
    return this.putProduct(actor, ofVisit(id), { id: rowId, version: body.version }, body);
  }

  @Delete('visits/:id/products/:rowId')
  @HttpCode(204)
  async removeProductOfVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Query() { version }: SeenResultQuery,
  ): Promise<void> {
    await this.keep.removeProduct(actor, ofVisit(id), { id: rowId, version });
  }

  /** What can be counted of a practice. */
  @Get('notes/:id/results')
  async resultsOfNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CountedResultList> {
    const { results } = await this.read.execute(actor, ofNote(id));
    return { items: results.map(resultOf) };
  }

  @Post('notes/:id/results')
  async addResultToNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewResultBody,
  ): Promise<CountedResultView> {
    return this.putResult(actor, ofNote(id), null, body);
  }

  @Put('notes/:id/results/:rowId')
  async changeResultOfNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() body: ChangeResultBody,
  ): Promise<CountedResultView> {
    return this.putResult(actor, ofNote(id), { id: rowId, version: body.version }, body);
  }

  @Delete('notes/:id/results/:rowId')
  @HttpCode(204)
  async removeResultOfNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Query() { version }: SeenResultQuery,
  ): Promise<void> {
    await this.keep.removeResult(actor, ofNote(id), { id: rowId, version });
  }

  /** Products of a practice. */
  @Get('notes/:id/products')
  async productsOfNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<MadeProductList> {
    const { products } = await this.read.execute(actor, ofNote(id));
    return { items: products.map(productOf) };
  }

  @Post('notes/:id/products')
  async addProductToNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewProductBody,
  ): Promise<MadeProductView> {
    return this.putProduct(actor, ofNote(id), null, body);
  }

  @Put('notes/:id/products/:rowId')
  async changeProductOfNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Body() body: ChangeProductBody,
  ): Promise<MadeProductView> {
    return this.putProduct(actor, ofNote(id), { id: rowId, version: body.version }, body);
  }

  @Delete('notes/:id/products/:rowId')
  @HttpCode(204)
  async removeProductOfNote(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('rowId', ParseUUIDPipe) rowId: string,
    @Query() { version }: SeenResultQuery,
  ): Promise<void> {
    await this.keep.removeProduct(actor, ofNote(id), { id: rowId, version });
  }

  private async putResult(
    actor: Actor,
    place: ResultPlace,
    seen: SeenRow | null,
    body: NewResultBody,
  ): Promise<CountedResultView> {
    const { organisation, what, amount, measure, measuredOn } = body;
    const id = await this.keep.putResult(actor, place, seen, {
      organisation,
      what,
      amount,
      measure,
      measuredOn,
    });
    const { results } = await this.read.execute(actor, place);
    return resultOf(found(results.find((row) => row.id === id)));
  }

  private async putProduct(
    actor: Actor,
    place: ResultPlace,
    seen: SeenRow | null,
    body: NewProductBody,
  ): Promise<MadeProductView> {
    const id = await this.keep.putProduct(actor, place, seen, givenProduct(body));
    const { products } = await this.read.execute(actor, place);
    return productOf(found(products.find((row) => row.id === id)));
  }
}
