import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, Min } from 'class-validator';
import { RequestError } from '../../platform/http/request-error.js';
import { IsCalendarDate, IsCode, IsText } from '../../platform/http/fields.js';
import { measureCodes, readAmount, type Measure } from '../domain/measures.js';
import { LONGEST_NAME, LONGEST_SOLD_BY } from '../domain/result-rules.js';
import type { GivenProduct, GivenResult } from '../use-cases/keep-results.js';

const asNumber = ({ value }: TransformFnParams): number => Number(value ?? 0);

export class ResultForm {
  /** Of the row that is changed; 0 for a new one. */
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  version = 0;

  @IsCode()
  organisation: string;

  @IsText(LONGEST_NAME)
  @IsNotEmpty()
  what: string;

  @IsText(30)
  @IsNotEmpty()
  amount: string;

  @IsIn(measureCodes)
  measure: Measure;

  @IsCalendarDate()
  measuredOn: string;
}

export class ProductForm {
  @Transform(asNumber)
  @IsInt()
  @Min(0)
  version = 0;

  @IsCode()
  organisation: string;

  @IsText(LONGEST_NAME)
  @IsNotEmpty()
  name: string;

  @IsText(LONGEST_NAME)
  maker = '';

  @IsText(30)
  price = '';

  @IsText(LONGEST_SOLD_BY)
  soldBy = '';
}

/** @throws RequestError `validation-failed` for what is no amount */
export const asResult = ({ organisation, what, amount, measure, measuredOn }: ResultForm): GivenResult => ({
  ...{ organisation, what, measure, measuredOn },
  amount: amountOf('amount', amount),
});

export const asProduct = ({ organisation, name, maker, price, soldBy }: ProductForm): GivenProduct => ({
  ...{ organisation, name, maker, soldBy },
  price: price === '' ? null : amountOf('price', price),
});

function amountOf(field: string, typed: string): number {
  const amount = readAmount(typed);
  if (amount !== null) return amount;
  const message = 'tulis angka lebih dari nol, misalnya 2,5 atau 1.500.000';
  throw new RequestError('validation-failed', {}, [{ field, message }]);
}
