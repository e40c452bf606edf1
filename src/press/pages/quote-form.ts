import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { IsText } from '../../platform/http/fields.js';
import { LONGEST_QUOTE } from '../domain/quote-states.js';
import type { SaidQuote } from '../use-cases/say-quote.js';

/** What a head typed. */
export class QuoteFormBody {
  @Transform(({ value }: TransformFnParams) => Number(value))
  @IsInt()
  @Min(0)
  version: number;

  @IsText(LONGEST_QUOTE)
  words = '';

  @IsText(120)
  speaker = '';

  @IsText(120)
  position = '';

  @IsOptional()
  @IsIn(['ya'])
  agrees?: string;

  @IsOptional()
  @IsIn(['ya'])
  declines?: string;
}

export const asSaid = ({ words, speaker, position, agrees, declines }: QuoteFormBody): SaidQuote => ({
  ...{ words, speaker, position },
  agrees: agrees === 'ya',
  declines: declines === 'ya',
});
