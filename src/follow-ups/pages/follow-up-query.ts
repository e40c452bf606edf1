import { IsOptional } from 'class-validator';
import { exportOf } from '../../platform/http/export.dto.js';
import { IsText } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { Chosen } from '../../platform/pages/paging.js';
import { askedCalendar, type AskedCalendar } from '../../platform/pages/typed-calendar-fields.js';
import { addDays } from '../../platform/text/calendar-dates.js';
import {
  followUpStates,
  followUpStatesWith,
  hasFollowUpTrait,
  type FollowUpState,
} from '../domain/follow-up-states.js';
import { replicationFilters, type FollowUpFilter } from '../queries/follow-up-filter.js';
import { followUpSorts, type FollowUpSort } from '../queries/list-follow-ups.js';

/** What the list and the board are asked for; an empty or unknown choice asks for nothing. */
export class FollowUpsQuery extends PageQuery {
  /** `daftar`, or else `papan`. */
  @IsOptional()
  @IsText(10)
  tampilan?: string;

  /** A state, `belum` for what is not finished, or `semua`. */
  @IsOptional()
  @IsText(20)
  keadaan?: string;

  @IsOptional()
  @IsText(80)
  upt?: string;

  @IsOptional()
  @IsText(80)
  kanwil?: string;

  /** Part of the responsible person's name. */
  @IsOptional()
  @IsText(200)
  orang?: string;

  /** Due on this day or after, on this day or before. */
  @IsOptional()
  @IsText(60)
  dari?: string;

  @IsOptional()
  @IsText(60)
  sampai?: string;

  @IsOptional()
  @IsText(80)
  program?: string;

  @IsOptional()
  @IsText(20)
  replikasi?: string;

  /** `ya` for what is late only. */
  @IsOptional()
  @IsText(5)
  terlambat?: string;

  /** What the list goes by, with a minus for the other way round. */
  @IsOptional()
  @IsText(20)
  urut?: string;
}

export class FollowUpsExportQuery extends exportOf(FollowUpsQuery) {}

/** What a page of follow-ups was asked for. */
export interface AskedFollowUps {
  isList: boolean;
  /** The states that are shown. */
  states: readonly FollowUpState[];
  filter: FollowUpFilter;
  /** The dates between which they are due, as they were typed. */
  due: { dari: AskedCalendar; sampai: AskedCalendar };
  sort: FollowUpSort;
  order: 'asc' | 'desc';
  /** The parameters that stand in the page's address. */
  chosen: Chosen;
}

/** `today`: calendar date in the reader's zone. */
export function askedFor(query: Partial<FollowUpsQuery>, today: string): AskedFollowUps {
  const isList = query.tampilan === 'daftar';
  const late = query.terlambat === 'ya';
  const keadaan = query.keadaan || (isList ? 'belum' : 'semua');
  const states = statesOf(keadaan).filter((state) => !late || hasFollowUpTrait(state, 'waits'));
  const due = {
    dari: askedCalendar('date', query.dari, today),
    sampai: askedCalendar('date', query.sampai, today),
  };
  const dueBefore = due.sampai.value;
  const yesterday = addDays(today, -1);
  const sort = followUpSorts.find((name) => name === query.urut?.replace(/^-/, '')) ?? 'due';
  return {
    isList,
    states,
    filter: {
      states,
      unit: query.upt || undefined,
      regionalOffice: query.kanwil || undefined,
      person: query.orang || undefined,
      program: query.program || undefined,
      replication: replicationFilters.find((name) => name === query.replikasi),
      dueAfter: due.dari.value,
      dueBefore: late && (dueBefore === undefined || dueBefore > yesterday) ? yesterday : dueBefore,
    },
    due,
    sort,
    order: query.urut?.startsWith('-') ? 'desc' : 'asc',
    chosen: { ...chosenOf(query, isList), dari: addressOf(due.dari), sampai: addressOf(due.sampai) },
  };
}

function chosenOf(query: Partial<FollowUpsQuery>, isList: boolean): Chosen {
  const { keadaan, upt, kanwil, orang, dari, sampai, program, replikasi, terlambat, urut, cursor } = query;
  const filter = { keadaan, upt, kanwil, orang, dari, sampai, program, replikasi, terlambat };
  return isList ? { tampilan: 'daftar', ...filter, urut, cursor } : filter;
}

function statesOf(keadaan: string): readonly FollowUpState[] {
  if (keadaan === 'belum') return followUpStatesWith('waits');
  const known = followUpStates.find((state) => state === keadaan);
  return known ? [known] : followUpStates;
}

/** What stands in addresses: the date, or what could not be read. */
const addressOf = ({ value, text }: AskedCalendar): string | undefined => value ?? (text || undefined);
