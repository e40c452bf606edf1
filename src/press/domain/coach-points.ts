import {
  fiveWs,
  hasNumbers,
  noContacts,
  noInmate,
  noParticipant,
  nothingMissing,
  photosCleared,
  positiveWords,
  programNamed,
  quotePresent,
  quotesApproved,
  sentenceLength,
  titleLength,
  type CoachedText,
  type Rule,
} from './coach-rules.js';
import { pressKinds, type PressKind } from './press-kinds.js';

/** What a good text is, as the session on public relations of the reference visit taught it. */
export const coachAspects = {
  positive: 'Positif',
  clear: 'Jelas',
  informative: 'Informatif',
  human: 'Manusiawi',
  safe: 'Aman',
} as const;
export type CoachAspect = keyof typeof coachAspects;

interface Point {
  aspect: CoachAspect;
  /** What holds of a good text. */
  says: string;
  kinds: readonly PressKind[];
  /** Judges it; null where only a person can, who ticks it. */
  rule: Rule | null;
  /** Whether somebody may say that it does not matter here. */
  waivable: boolean;
}

const news: readonly PressKind[] = ['panjang', 'pendek'];

/** All that is looked at before a text is ready. */
const points = {
  judul: {
    aspect: 'clear',
    says: 'Judul menyebut siapa dan apa, dan tidak terlalu panjang',
    ...{ kinds: pressKinds, rule: titleLength, waivable: true },
  },
  kalimat: {
    aspect: 'clear',
    says: 'Kalimatnya pendek',
    ...{ kinds: pressKinds, rule: sentenceLength, waivable: true },
  },
  lengkap: {
    aspect: 'clear',
    says: 'Tidak ada bagian yang masih kosong',
    ...{ kinds: pressKinds, rule: nothingMissing, waivable: false },
  },
  'lima-w': {
    aspect: 'informative',
    says: 'Tanggal, kedua kantor, dan topiknya disebut',
    ...{ kinds: pressKinds, rule: fiveWs, waivable: false },
  },
  angka: {
    aspect: 'informative',
    says: 'Ada angka atau hasil yang dapat dihitung',
    ...{ kinds: pressKinds, rule: hasNumbers, waivable: true },
  },
  program: {
    aspect: 'informative',
    says: 'Poin program yang didukung disebut',
    ...{ kinds: pressKinds, rule: programNamed, waivable: true },
  },
  kutipan: {
    aspect: 'human',
    says: 'Ada kutipan kepala kantor',
    ...{ kinds: ['panjang'], rule: quotePresent, waivable: true },
  },
  'kutipan-setuju': {
    aspect: 'safe',
    says: 'Setiap kutipan sudah disetujui yang mengucapkannya',
    ...{ kinds: pressKinds, rule: quotesApproved, waivable: false },
  },
  'kata-positif': {
    aspect: 'positive',
    says: 'Tidak ada kata yang menyalahkan atau merendahkan',
    ...{ kinds: pressKinds, rule: positiveWords, waivable: true },
  },
  kontak: {
    aspect: 'safe',
    says: 'Tidak ada nomor telepon, surel, atau NIP',
    ...{ kinds: pressKinds, rule: noContacts, waivable: false },
  },
  'nama-warga-binaan': {
    aspect: 'safe',
    says: 'Tidak ada nama warga binaan',
    ...{ kinds: pressKinds, rule: noInmate, waivable: true },
  },
  'nama-peserta': {
    aspect: 'safe',
    says: 'Nama yang disebut hanya pimpinan dan yang setuju',
    ...{ kinds: pressKinds, rule: noParticipant, waivable: true },
  },
  foto: {
    aspect: 'safe',
    says: 'Setiap foto boleh keluar dan punya keterangan',
    ...{ kinds: pressKinds, rule: photosCleared, waivable: false },
  },
  narasi: {
    aspect: 'positive',
    says: 'Ceritanya membangun dan tidak berlebihan',
    ...{ kinds: news, rule: null, waivable: false },
  },
  'demi-siapa': {
    aspect: 'human',
    says: 'Pembaca awam mengerti apa manfaatnya bagi orang',
    ...{ kinds: news, rule: null, waivable: false },
  },
  fakta: {
    aspect: 'informative',
    says: 'Nama, angka, dan tanggal sudah dicocokkan dengan kedua kantor',
    ...{ kinds: pressKinds, rule: null, waivable: false },
  },
  wajah: {
    aspect: 'safe',
    says: 'Tidak ada wajah, nama, atau ciri warga binaan pada teks dan foto',
    ...{ kinds: pressKinds, rule: null, waivable: false },
  },
} as const satisfies Record<string, Point>;

export type CoachPoint = keyof typeof points;
export const coachPoints = Object.keys(points) as CoachPoint[];
export const coachPoint = (code: CoachPoint): Point => points[code];

/** Whether somebody may say of a point that it holds, or that it does not matter here. */
export const takesWord = (code: CoachPoint): boolean => points[code].rule === null || points[code].waivable;

/** What somebody said of a point, of the text as it stands. */
export interface PointWord {
  point: CoachPoint;
  /** Why it does not matter here; empty for a tick. */
  reason: string;
  byName: string;
  at: Date;
}

/** A point as the coach sees it. */
export interface JudgedPoint {
  code: CoachPoint;
  aspect: CoachAspect;
  says: string;
  /** Judged by a rule; otherwise by the tick of a person. */
  byRule: boolean;
  waivable: boolean;
  /** What the rule found. */
  findings: string[];
  word: PointWord | null;
  /** Whether it stands in nobody's way. */
  holds: boolean;
}

/** Every point of a text's kind, by what its rules find and what people said of it. */
export const judge = (text: CoachedText, words: readonly PointWord[]): JudgedPoint[] =>
  coachPoints
    .filter((code) => (points[code].kinds as readonly PressKind[]).includes(text.kind))
    .map((code) => {
      const { aspect, says, rule, waivable } = points[code] as Point;
      const word = words.find(({ point }) => point === code) ?? null;
      const findings = rule?.(text) ?? [];
      const holds = rule ? findings.length === 0 || (waivable && word !== null) : word !== null;
      return { code, aspect, says, byRule: rule !== null, waivable, findings, word, holds };
    });

export const allHold = (judged: readonly JudgedPoint[]): boolean => judged.every(({ holds }) => holds);
