import { isThereOn } from '../../units/domain/index.js';
import type { UnitChange, UnitChangeKind } from './unit-change.js';
import { endsUnit, MOST_OPENED } from './unit-change.js';

/** A unit as far as a change looks at it. */
export interface ChangedUnit {
  code: string;
  isUpt: boolean;
  /** Whether an administrator keeps it: a directorate, a partner. */
  isKept: boolean;
  regionalOffice: string | null;
  /** First date on which it is no more; null for one that lives on. */
  closedOn: string | null;
  openedOn: string | null;
  /** How it is called on the date of the change. */
  style: { name: string; type: string; class: string | null };
}

/** What is known of what a change names. */
export interface ChangeSurroundings {
  /** The unit that changes; null for none of that code. */
  unit: ChangedUnit | null;
  successor: ChangedUnit | null;
  /** Codes of units, types and offices that it names and that there are. */
  units: ReadonlySet<string>;
  types: ReadonlySet<string>;
  offices: ReadonlySet<string>;
}

/** What speaks against a change, at the field that it is about. */
export interface ChangeFault {
  field: string;
  message: string;
}

const fault = (field: string, message: string): ChangeFault => ({ field, message });

function unitFaults(change: UnitChange, { unit }: ChangeSurroundings): ChangeFault[] {
  if (change.kind === 'opened') return [];
  const isOne = unit?.isUpt || (unit?.isKept && change.kind === 'closed');
  if (!unit || !isOne) return [fault('unit', 'bukan UPT yang dikenal')];
  if (endsUnit(change) && unit.closedOn !== null) return [fault('unit', 'sudah dicatat berakhir')];
  if (!isThereOn(unit, change.effectiveOn)) return [fault('effectiveOn', 'UPT ini tidak ada pada hari itu')];
  return [];
}

function mergerFaults(change: UnitChange, { unit, successor }: ChangeSurroundings): ChangeFault[] {
  if (change.kind !== 'merged') return [];
  if (!successor?.isUpt) return [fault('successor', 'bukan UPT yang dikenal')];
  if (successor.code === unit?.code)
    return [fault('successor', 'UPT tidak dapat bergabung ke dirinya sendiri')];
  if (successor.closedOn !== null) return [fault('successor', 'sudah dicatat berakhir')];
  if (!isThereOn(successor, change.effectiveOn)) return [fault('successor', 'belum ada pada hari itu')];
  if (unit && successor.regionalOffice !== unit.regionalOffice) {
    return [fault('successor', 'harus dari wilayah yang sama')];
  }
  return [];
}

function nameFaults(change: UnitChange, { unit, types }: ChangeSurroundings): ChangeFault[] {
  if (change.kind !== 'renamed') return [];
  if (!change.name) return [fault('name', 'mohon diisi')];
  if (change.type === null || !types.has(change.type)) return [fault('type', 'jenis ini tidak dikenal')];
  const { style } = unit ?? {};
  const isSame = style?.name === change.name && style.type === change.type && style.class === change.class;
  return isSame ? [fault('name', 'nama, jenis, dan kelasnya sudah demikian pada hari itu')] : [];
}

function openingFaults(
  change: UnitChange,
  { unit, units, types, offices }: ChangeSurroundings,
): ChangeFault[] {
  const { kind, opens } = change;
  const opensSome = kind === 'opened' || kind === 'split';
  if (!opensSome) return [];
  const most = kind === 'opened' ? 1 : MOST_OPENED;
  if (opens.length === 0 || opens.length > most) {
    return [fault('opens', opens.length === 0 ? 'mohon isi UPT barunya' : `paling banyak ${most} UPT`)];
  }
  return opens.flatMap((opened, index) => {
    const at = (field: string): string => `opens.${index}.${field}`;
    const isTwice = opens.findIndex(({ code }) => code === opened.code) < index;
    return [
      (units.has(opened.code) || isTwice) && fault(at('code'), 'kode ini sudah dipakai'),
      !types.has(opened.type) && fault(at('type'), 'jenis ini tidak dikenal'),
      !offices.has(opened.regionalOffice) && fault(at('regionalOffice'), 'Kanwil ini tidak dikenal'),
      kind === 'split' &&
        unit !== null &&
        opened.regionalOffice !== unit.regionalOffice &&
        fault(at('regionalOffice'), 'harus wilayah UPT asalnya'),
    ].filter((each) => each !== false);
  });
}

/** All that speaks against a change as things stand; nothing where it can be made. */
export function changeFaults(change: UnitChange, around: ChangeSurroundings): ChangeFault[] {
  return [unitFaults, mergerFaults, nameFaults, openingFaults].flatMap((judge) => judge(change, around));
}

/** Whether a kind of change says something about visits to come. */
export const touchesVisits = (change: Pick<UnitChange, 'kind' | 'endsOrigin'>): boolean => endsUnit(change);

/** Whether open requests end with the unit: where a successor is, it answers them. */
export const endsRequests = (kind: UnitChangeKind): boolean => kind !== 'merged';
