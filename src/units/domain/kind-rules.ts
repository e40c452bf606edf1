import type { FieldDescription, ValuesOf } from '../../platform/text/field-description.js';
import { namesOf, type NamesWith } from '../../platform/text/field-description.js';
import { windowFaults, type HostingPolicy, type HostingWindow } from './hosting-policy.js';
import { hostingFields } from './unit-fields.js';
import type { VisitKind } from './visit-kinds.js';

const { largestParty, shortestNoticeDays, longestNoticeDays } = hostingFields;
const minutes = { kind: 'whole', boundsBy: 'rule', least: 15, most: 14 * 1440, empty: 'null' } as const;

/** What a host says of one kind of visit, field by field; what is left empty is as for every visit. */
export const kindFields = {
  receives: { kind: 'yes-no', empty: 'refused', label: 'Diterima' },
  largestParty: { ...largestParty, hint: 'Kosong: seperti aturan umum.' },
  shortestNoticeDays: { ...shortestNoticeDays, empty: 'null', hint: 'Kosong: seperti aturan umum.' },
  longestNoticeDays: { ...longestNoticeDays, empty: 'null', hint: 'Kosong: seperti aturan umum.' },
  shortestMinutes: { ...minutes, label: 'Paling singkat (menit)', hint: 'Kosong: tidak dibatasi.' },
  longestMinutes: { ...minutes, label: 'Paling lama (menit)', hint: 'Kosong: tidak dibatasi.' },
} as const satisfies Record<string, FieldDescription>;

export type KindField = keyof typeof kindFields;
type KindNumber = NamesWith<typeof kindFields, { kind: 'whole' }>;
export const kindNumbers = namesOf(kindFields).filter((name): name is KindNumber => name !== 'receives');

/** How a host receives one kind of visit, where that differs from its policy. */
export interface KindRule extends ValuesOf<typeof kindFields> {
  kind: VisitKind;
  /** Days and hours of the week in which it is received, of those in which the host receives at all; empty for all of them. */
  windows: readonly HostingWindow[];
}

/** A rule that says nothing. */
export const plainRule = (kind: VisitKind): KindRule => ({
  kind,
  receives: true,
  largestParty: null,
  shortestNoticeDays: null,
  longestNoticeDays: null,
  shortestMinutes: null,
  longestMinutes: null,
  windows: [],
});

/** Whether a rule says anything: one that does not is not kept. */
export const saysSomething = (rule: KindRule): boolean =>
  !rule.receives || rule.windows.length > 0 || kindNumbers.some((name) => rule[name] !== null);

/** For whom a host receives visits of a kind, with what its policy says where the kind's rule says nothing. */
export interface KindTerms {
  receives: boolean;
  largestParty: number | null;
  shortestNoticeDays: number;
  longestNoticeDays: number;
  /** Length of a visit; null for no bound. */
  shortestMinutes: number | null;
  longestMinutes: number | null;
  /** What narrows the hours of a date; empty for nothing. */
  windows: readonly HostingWindow[];
}

/**
 * The one rule of how policy and kind go together.
 *
 * @param kind null where any kind is meant: the policy alone
 */
export function termsOf(
  policy: Pick<HostingPolicy, 'largestParty' | 'shortestNoticeDays' | 'longestNoticeDays'>,
  kinds: readonly KindRule[],
  kind: VisitKind | null,
): KindTerms {
  const rule = kinds.find((each) => each.kind === kind);
  return {
    receives: rule?.receives ?? true,
    largestParty: rule?.largestParty ?? policy.largestParty,
    shortestNoticeDays: rule?.shortestNoticeDays ?? policy.shortestNoticeDays,
    longestNoticeDays: rule?.longestNoticeDays ?? policy.longestNoticeDays,
    shortestMinutes: rule?.shortestMinutes ?? null,
    longestMinutes: rule?.longestMinutes ?? null,
    windows: rule?.windows ?? [],
  };
}

/** What a kind's length has against a visit of so many minutes; null when nothing does. */
export function lengthFault(
  { shortestMinutes, longestMinutes }: Pick<KindTerms, 'shortestMinutes' | 'longestMinutes'>,
  length: number,
): 'shorter-than-received' | 'longer-than-received' | null {
  if (shortestMinutes !== null && length < shortestMinutes) return 'shorter-than-received';
  return longestMinutes !== null && length > longestMinutes ? 'longer-than-received' : null;
}

/** A fault of a host's rules for a kind, at one of its fields. */
export interface KindFault {
  kind: VisitKind;
  field: KindField | 'windows';
  message: string;
}

/** What is wrong with rules for kinds beside a policy; empty when they can be saved. */
export function checkKinds(policy: HostingPolicy, kinds: readonly KindRule[]): KindFault[] {
  return kinds.flatMap((rule) => {
    const { kind, windows } = rule;
    const faults = kindNumbers.flatMap((field): KindFault[] => {
      const [value, { least, most }] = [rule[field], kindFields[field]];
      const isSound = value === null || (Number.isInteger(value) && value >= least && value <= most);
      return isSound ? [] : [{ kind, field, message: `Isi ${least} sampai ${most}, atau kosongkan` }];
    });
    if (windowFaults(windows).length > 0) {
      faults.push({ kind, field: 'windows', message: 'Jam pada hari yang sama tidak boleh bertumpuk' });
    }
    return faults.length > 0 ? faults : checkOrder(policy, rule);
  });
}

function checkOrder(policy: HostingPolicy, rule: KindRule): KindFault[] {
  const { kind } = rule;
  const terms = termsOf(policy, [rule], kind);
  const faults: KindFault[] = [];
  if (terms.longestNoticeDays < terms.shortestNoticeDays) {
    const field = rule.longestNoticeDays === null ? 'shortestNoticeDays' : 'longestNoticeDays';
    faults.push({ kind, field, message: 'Paling awal tidak boleh kurang dari paling lambat' });
  }
  const { shortestMinutes, longestMinutes } = terms;
  if (shortestMinutes !== null && longestMinutes !== null && longestMinutes < shortestMinutes) {
    faults.push({ kind, field: 'longestMinutes', message: 'Tidak boleh kurang dari yang paling singkat' });
  }
  return faults;
}
