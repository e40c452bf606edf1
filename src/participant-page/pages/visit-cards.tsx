import type { ComponentChildren, VNode } from 'preact';
import { factList } from '../../platform/pages/fact-list.js';
import { Card, Facts } from '../../platform/pages/card.js';
import { FieldText } from '../../platform/pages/free-text.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import { namesOf } from '../../platform/text/field-description.js';
import { fieldWords } from '../../platform/text/field-words.js';
import {
  fieldLines,
  isOnSite,
  meetingLinkOf,
  visitFields,
  whereWords,
  type VisitField,
} from '../../visits/index.js';
import type { ParticipantPage } from '../use-cases/read-participant-page.js';
import { addressOf, mapAddress } from './addresses.js';

const whereabouts: readonly VisitField[] = ['mode', 'meetingLink', 'place'];

/** What the visit says of itself, but for where it is, which stands with its address or its meeting. */
const lines = fieldLines(
  namesOf(visitFields).filter((name) => visitFields[name].page === 'facts' && !whereabouts.includes(name)),
);

/** What, when, where and whom to ask, and the way into the own calendar. */
export function VisitCard({ token, page }: { token: string; page: ParticipantPage }): VNode {
  const { visit, surroundings, now, isAhead } = page;
  return (
    <Card title="Tentang kunjungan">
      <div class="card-body">
        <Facts
          lines={[
            ['Waktu', <ReaderTime of={visit} reader={{ timeZone: surroundings.zone, now }} />],
            ['Tempat', <Place page={page} />],
            ['Tamu', visit.guestUnitName],
            ['Tuan rumah', visit.hostUnitName],
            ...lines.map(({ label, names }) => [label, factOf(page, names)] as const),
          ]}
        />
        {isAhead && (
          <div class="d-grid gap-2 mt-3">
            <MeetingButton visit={visit} />
            <a class="btn btn-primary" href={addressOf(token, 'kalender')}>
              Pasang di kalender saya
            </a>
            <a class="btn" href={addressOf(token, 'kunjungan.ics')}>
              Unduh berkas kalender (.ics)
            </a>
          </div>
        )}
      </div>
    </Card>
  );
}

/** The way into the meeting. */
function MeetingButton({ visit }: Pick<ParticipantPage, 'visit'>): VNode | null {
  const link = meetingLinkOf(visit);
  if (link === null) return null;
  return (
    <a class="btn btn-primary" href={link} target="_blank" rel="noopener noreferrer nofollow">
      Masuk rapat daring
    </a>
  );
}

function Place({ page: { visit, surroundings } }: { page: ParticipantPage }): VNode {
  const { hostAddress, latitude, longitude } = surroundings;
  const where = [visit.place, visit.hostUnitName, hostAddress ?? ''].filter(Boolean);
  return (
    <>
      {whereWords({ ...visit, meetingLink: null }, [...new Set(where)].join(', '))}
      {isOnSite(visit) && latitude !== null && longitude !== null && (
        <a
          class="d-block text-decoration-underline"
          href={mapAddress(latitude, longitude)}
          rel="noopener noreferrer"
        >
          Lihat di peta
        </a>
      )}
    </>
  );
}

function factOf({ visit, surroundings }: ParticipantPage, names: readonly VisitField[]): ComponentChildren {
  if (names.includes('programs')) return factList(surroundings.programs);
  if (names.includes('learningQuestions')) return factList(visit.learningQuestions);
  const texts = names.map((name) => fieldWords(visitFields[name], visit[name])).filter(Boolean);
  const [name] = names;
  const field = name && visitFields[name];
  const text = texts.join(', ');
  return text && field?.kind === 'long-text' ? <FieldText field={field} text={text} /> : text;
}

const ruleNames = {
  identity: 'Bawa kartu pengenal',
  phone: 'Telepon genggam',
  camera: 'Kamera dan foto',
} as const;

/** What to bring, and what the host asks of its guests, as long as somebody comes to it. */
export function RulesCard({ page }: { page: ParticipantPage }): VNode | null {
  const { rules } = page.surroundings;
  if (rules.length === 0 || !page.isAhead || !isOnSite(page.visit)) return null;
  return (
    <Card title="Yang dibawa dan ketentuan tuan rumah">
      <div class="card-body">
        <Facts lines={rules.map(({ name, text }) => [ruleNames[name], text])} />
      </div>
    </Card>
  );
}
