import type { Type } from '@nestjs/common';
import { ApiProperty, ApiResponse } from '@nestjs/swagger';
import type { Page } from './cursor.js';

// What the API's document says of an answer's field beyond its TypeScript type.

/** A UUID. */
export const Uuid = (): PropertyDecorator => ApiProperty({ format: 'uuid' });

/** An instant, ISO 8601 with an offset or Z. */
export const Instant = (): PropertyDecorator => ApiProperty({ format: 'date-time' });

/** A date of the calendar, `YYYY-MM-DD`. */
export const CalendarDate = (): PropertyDecorator => ApiProperty({ format: 'date' });

/** An address of the web. */
export const WebAddress = (): PropertyDecorator => ApiProperty({ format: 'uri' });

/** A whole number, or a list of them. */
export const Whole = (): PropertyDecorator => ApiProperty({ type: 'integer' });
export const EachWhole = (): PropertyDecorator => ApiProperty({ type: 'integer', isArray: true });

/** One of a closed set, which is a component of the document by that name; or a list of such. */
export const OneOf = (name: string, values: readonly (string | number)[]): PropertyDecorator =>
  ApiProperty({ enum: [...values], enumName: name });
export const EachOf = (name: string, values: readonly string[]): PropertyDecorator =>
  ApiProperty({ enum: [...values], enumName: name, isArray: true });

/** A list that is answered whole: `class NoteUseList extends listOf(NoteUseView) {}`. */
export function listOf<Item>(item: Type<Item>): Type<{ items: Item[] }> {
  class List {
    @ApiProperty({ type: [item] })
    items: Item[];
  }
  return List;
}

/** A list that is answered page by page: `class VisitPage extends pageOf(VisitLineView) {}`. */
export function pageOf<Item>(item: Type<Item>): Type<Page<Item>> {
  class OnePage implements Page<Item> {
    @ApiProperty({ type: [item] })
    items: Item[];

    @ApiProperty({
      type: String,
      nullable: true,
      description: '`cursor` of the next page; null on the last one',
    })
    nextCursor: string | null;
  }
  return OnePage;
}

/** The route answers with a file of one of these media types. */
export const AnswersFile = (...mediaTypes: string[]): MethodDecorator =>
  ApiResponse({
    status: 200,
    description: 'The file',
    content: Object.fromEntries(
      mediaTypes.map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }]),
    ),
  });
