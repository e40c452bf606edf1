import type { ComponentChildren, VNode } from 'preact';
import { Facts } from '../../platform/pages/card.js';
import { PlainText } from '../../platform/pages/free-text.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ToldContent, ToldEntry } from '../domain/summary.js';
import type { SummaryAddresses } from '../use-cases/told-summary.js';
import {
  entryCounts,
  followUpLine,
  letterLine,
  attendedLines,
  photoWords,
  sessionLines,
  sideLine,
} from '../domain/summary-lines.js';

/** For who has an account. */
export const accountAddresses = (visitId: string): SummaryAddresses => ({
  file: (url) => url,
  photo: (id) => `/kunjungan/${visitId}/entri/${id}/foto`,
  thumbnail: (id) => `/kunjungan/${visitId}/entri/${id}/kecil`,
});

interface ToldSummaryProps {
  content: ToldContent;
  /** The host's. */
  zone: Zone;
  at: SummaryAddresses;
  /** Leaves out what the visit's page tells beside it: what it was about, where, by which letters and agenda, notes and photos. */
  isBesideVisit?: boolean;
}

/** All that a summary tells, wherever it is read. */
export function ToldSummary({ content, zone, at, isBesideVisit = false }: ToldSummaryProps): VNode {
  return (
    <>
      <Facts
        lines={[
          ...written(content),
          ...(isBesideVisit ? [] : about(content, zone)),
          ...record(content),
          ['Dari hari kunjungan', isBesideVisit ? entryCounts([...content.dayNotes, ...content.photos]) : ''],
        ]}
      />
      {!isBesideVisit && <DayNotes notes={content.dayNotes} zone={zone} />}
      {!isBesideVisit && <Photos photos={content.photos} at={at} />}
      {content.removed > 0 && (
        <p class="text-secondary">
          {content.removed} catatan atau foto yang pernah dimuat sudah dihapus sesudah ringkasan terbit.
        </p>
      )}
      <Links content={content} at={at} />
    </>
  );
}

type Line = readonly [string, ComponentChildren];

const text = (value: string): ComponentChildren => value && <PlainText text={value} />;

const list = (lines: readonly string[]): ComponentChildren =>
  lines.length === 0 ? '' : <Lines lines={lines} />;

const written = ({ outcomes, decisions, notes, learning }: ToldContent): Line[] => [
  ['Hasil', text(outcomes)],
  ['Keputusan', text(decisions)],
  ['Catatan', text(notes)],
  ...learning.map(({ question, answer }): Line => [question, text(answer || 'Belum dijawab.')]),
];

/** What is known of a visit without anybody writing it. */
export const about = ({ topics, programs, place, letters, agenda }: ToldContent, zone: Zone): Line[] => [
  ['Topik', topics.join(', ')],
  ['Program', list(programs)],
  ['Tempat', place],
  ...letters.map((letter): Line => [letter.name, letterLine(letter)]),
  [
    'Susunan acara',
    list(
      sessionLines(agenda, zone).map(({ time, title, beside }) =>
        [`${time}: ${title}`, beside].filter(Boolean).join(' – '),
      ),
    ),
  ],
];

const record = ({ sides, attendance, followUps, practices }: ToldContent): Line[] => [
  ['Kehadiran', list(sides.map(sideLine))],
  ...attendedLines(attendance),
  ['Tindak lanjut', list(followUps.map(followUpLine))],
  ['Praktik baik', list(practices)],
];

export function Lines({ lines }: { lines: readonly string[] }): VNode {
  return (
    <ul class="list-unstyled mb-0">
      {lines.map((line) => (
        <li class="mb-1" key={line}>
          {line}
        </li>
      ))}
    </ul>
  );
}

function DayNotes({ notes, zone }: { notes: readonly ToldEntry[]; zone: Zone }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <>
      <h3 class="h4 mt-3">Catatan hari kunjungan</h3>
      {notes.map(({ id, text: words, authorName, enteredAt }) => (
        <div class="mb-2" key={id}>
          <PlainText text={words} />
          <div class="text-secondary">
            {authorName} · {formatMoment(enteredAt, zone)}
          </div>
        </div>
      ))}
    </>
  );
}

function Photos({ photos, at }: { photos: readonly ToldEntry[]; at: SummaryAddresses }): VNode | null {
  if (photos.length === 0) return null;
  return (
    <>
      <h3 class="h4 mt-3">Foto</h3>
      <ul class="list-unstyled d-flex flex-wrap gap-2">
        {photos.map((photo) => (
          <li key={photo.id}>
            <a class="d-inline-block" href={at.photo(photo.id)}>
              <img
                class="img-fluid rounded"
                src={at.thumbnail(photo.id)}
                alt={photoWords(photo)}
                loading="lazy"
                {...thumbnailSize(photo)}
              />
            </a>
            {photo.text && <div class="text-secondary">{photo.text}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}

const THUMBNAIL_SIDE = 320;
const SHOWN_SIDE = 200;

/** The shape that the small picture takes before it is there. */
export function thumbnailSize(
  { width, height }: Pick<ToldEntry, 'width' | 'height'>,
  side = SHOWN_SIDE,
): { width?: number; height?: number } {
  if (width === null || height === null) return {};
  const scale = Math.min(1, Math.min(side, THUMBNAIL_SIDE) / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

function Links({ content, at }: Pick<ToldSummaryProps, 'content' | 'at'>): VNode | null {
  const files = content.files.map(({ title, url }) => ({ title, url: at.file(url) }));
  const links = [...content.links, ...files];
  if (links.length === 0) return null;
  return (
    <>
      <h3 class="h4 mt-3">Berkas dan tautan</h3>
      <ul class="list-unstyled mb-0">
        {links.map(({ title, url }) => (
          <li key={url}>
            <a class="text-decoration-underline" href={url} rel="noopener noreferrer">
              {title || url}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
