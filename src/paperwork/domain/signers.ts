/** In what quality somebody signs: the head, who carries out a vacant post (Plt.), who stands in by the day (Plh.). */
export const signerKinds = ['head', 'plt', 'plh'] as const;
export type SignerKind = (typeof signerKinds)[number];

export const signerKindWords: Readonly<Record<SignerKind, string>> = {
  head: 'Pejabat tetap',
  plt: 'Plt. (pelaksana tugas)',
  plh: 'Plh. (pelaksana harian)',
};

/** Most signers that an office has written down. */
export const MOST_SIGNERS = 100;

/** Who signs, and on which dates. */
export interface SignerTerms {
  kind: SignerKind;
  name: string;
  /** The post that is signed for: `Kepala Rutan Kelas IIB Banjarnegara`. */
  position: string;
  nip: string | null;
  rank: string | null;
  fromOn: string;
  /** The last date, itself inside; null for a head who has not gone. */
  untilOn: string | null;
}

/** The post as it stands above a signature: `Plh. Kepala …`. */
export const signedPosition = ({ kind, position }: Pick<SignerTerms, 'kind' | 'position'>): string => {
  const prefix = { head: '', plt: 'Plt. ', plh: 'Plh. ' }[kind];
  return `${prefix}${position}`;
};

/** Faults of the dates of a signer, by field. */
export function signerFaults({ kind, fromOn, untilOn }: SignerTerms): { field: string; message: string }[] {
  if (untilOn === null) {
    return kind === 'head' ? [] : [{ field: 'untilOn', message: 'wajib diisi untuk Plt. dan Plh.' }];
  }
  return untilOn < fromOn ? [{ field: 'untilOn', message: 'mendahului tanggal mulai' }] : [];
}

const isInOffice = ({ fromOn, untilOn }: SignerTerms, on: string): boolean =>
  fromOn <= on && (untilOn === null || on <= untilOn);

/** Who signs on a date: whoever acts for the head then, else the head; null where nobody is written down. */
export function signerOn<Signer extends SignerTerms>(signers: readonly Signer[], on: string): Signer | null {
  const there = signers.filter((signer) => isInOffice(signer, on));
  return there.find(({ kind }) => kind !== 'head') ?? there[0] ?? null;
}
