import type { VNode } from 'preact';
import { DateField, TimeField } from '../../platform/pages/calendar-fields.js';
import { Card, Facts } from '../../platform/pages/card.js';
import { Check, Field, Group, NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { LookAtList, PastedField, PastedText, PASTED_STYLES } from '../../platform/pages/pasted-people.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import type { Actor } from '../../platform/security/actor.js';
import { distanceText } from '../../platform/text/distance.js';
import { readerTimeLine, type TimeReader } from '../../platform/text/reader-time.js';
import { visitStateWords, proposedTime } from '../../visits/index.js';
import { MOST_LEGS } from '../domain/trip-rules.js';
import { aboutWords } from '../domain/travel.js';
import type { ReadableLeg, ReadableTrip } from '../use-cases/read-trip.js';
import { MeetingFields } from './meeting-fields.js';
import { SideBySide } from './side-by-side.js';
import { linesOf, pastedParty } from './trip-party.js';

export type TripFormName = 'rombongan' | 'batal' | 'ajukan' | 'singgah';

export interface TripPageProps {
  actor: Actor;
  now: Date;
  readable: ReadableTrip;
  /** What programs are called, by code. */
  programs: ReadonlyMap<string, string>;
  notice?: string | undefined;
  /** Legs that did not take the last step, with the reason. */
  refusedLegs?: readonly { host: string; because: string }[];
  /** A form as it was sent; without faults it is only looked at. */
  refused?: { form: TripFormName; sent: SentForm; faults: FormFaults | null } | null;
}

/** A trip: its legs in order, the party, what came of it, and what can be changed. */
export function TripPage(props: TripPageProps): VNode {
  const { actor, readable, notice, refusedLegs = [], refused = null } = props;
  const { trip, guestUnitName, legs, mayPlan } = readable;
  const standing = legs.filter(({ isOut }) => !isOut).length;
  return (
    <Layout
      title={trip.title}
      actor={actor}
      path="/kunjungan"
      styles={['trips/pages/trips.css', PASTED_STYLES]}
    >
      <PageHeading
        title={trip.title}
        lead={`Perjalanan ${guestUnitName}, ${standing} singgah`}
        back={['/perjalanan', 'Perjalanan']}
      >
        <a class="btn" href={`/perjalanan/${trip.id}/surat`}>
          Register surat
        </a>
      </PageHeading>
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refused?.faults ?? null} />
      {refusedLegs.length > 0 && (
        <div class="alert alert-warning d-block" role="alert">
          <h2 class="alert-title">Sebagian singgah belum berubah</h2>
          <ul class="mb-0">
            {refusedLegs.map(({ host, because }) => (
              <li key={host}>
                {host}: {because}
              </li>
            ))}
          </ul>
        </div>
      )}
      <LegsCard {...props} />
      {mayPlan && <SubmitCard {...props} />}
      {mayPlan && standing < MOST_LEGS && <AddCard {...props} />}
      <PartyCard {...props} />
      <SideBySide readable={readable} programs={props.programs} />
      {mayPlan && <EndCard {...props} />}
    </Layout>
  );
}

function LegsCard({ actor, now, readable: { legs } }: TripPageProps): VNode {
  const reader = { timeZone: actor.timeZone, now };
  return (
    <Card title="Singgah">
      <ol class="list-group list-group-flush trip-legs">
        {legs.map((leg) => (
          <Leg key={leg.visit.id} leg={leg} reader={reader} />
        ))}
      </ol>
    </Card>
  );
}

function Leg({ leg: { visit, way, isOut }, reader }: { leg: ReadableLeg; reader: TimeReader }): VNode {
  const { name, colour } = visitStateWords[visit.state];
  const { timeZone } = visit;
  const proposed = proposedTime(visit);
  return (
    <li class={isOut ? 'list-group-item text-secondary' : 'list-group-item'}>
      {way && (
        <span class="d-block text-secondary">
          Dari singgah sebelumnya: {distanceText(way.distance)} garis lurus, {aboutWords(way.minutes)}{' '}
          perjalanan
        </span>
      )}
      <a class="fw-medium" href={`/kunjungan/${visit.id}`}>
        {visit.hostUnitName}
      </a>
      <span class="d-block">
        <ReaderTime of={visit} reader={reader} />
      </span>
      {proposed && (
        <span class="d-block">Diusulkan: {readerTimeLine({ ...proposed, timeZone }, reader)}</span>
      )}
      <span class="badge badge-outline">
        <span class={`status-dot bg-${colour} me-1`} />
        {name}
      </span>
    </li>
  );
}

const addressOf = ({ readable }: TripPageProps, form: TripFormName): string =>
  `/perjalanan/${readable.trip.id}/langkah/${form}`;

function SubmitCard(props: TripPageProps): VNode | null {
  const { readable, refused } = props;
  if (!readable.legs.some(({ maySubmit }) => maySubmit) && refused?.form !== 'ajukan') return null;
  return (
    <Card title="Belum diajukan">
      <PageForm class="card-body" action={addressOf(props, 'ajukan')} version={readable.trip.version} asks>
        <p>Singgah yang masih draf hanya terlihat oleh UPT Anda.</p>
        <button class="btn btn-primary" type="submit">
          Ajukan ke tuan rumahnya
        </button>
      </PageForm>
    </Card>
  );
}

/** Another host to be seen on the same journey. */
function AddCard(props: TripPageProps): VNode {
  const { readable, refused } = props;
  const isRefused = refused?.form === 'singgah';
  const sent = isRefused ? refused.sent : undefined;
  const text = (name: string) => ({
    name,
    value: typed(sent, name),
    faults: isRefused ? refused.faults : null,
    scope: 'singgah',
  });
  return (
    <Card title="Tambah singgah">
      <PageForm
        class="card-body prose"
        action={addressOf(props, 'singgah')}
        version={readable.trip.version}
        asks
      >
        <p>
          Isinya sama dengan singgah pertama, dengan rombongan yang sama; tuan rumahnya langsung diminta
          menjawab.
        </p>
        <Field
          {...text('host')}
          label="UPT tuan rumah"
          hint="Nama atau kode UPT."
          maxLength={200}
          autocomplete="off"
        />
        <DateField {...text('day')} label="Hari" />
        <TimeField {...text('from')} label="Mulai" zone={null} />
        <TimeField {...text('to')} label="Selesai" zone={null} />
        <p class="form-hint">Jam menurut waktu setempat di tuan rumah.</p>
        <MeetingFields
          names={{ mode: 'mode', link: 'link' }}
          sent={sent}
          faults={isRefused ? refused.faults : null}
        />
        <button class="btn" type="submit">
          Tambah singgah
        </button>
      </PageForm>
    </Card>
  );
}

function PartyCard(props: TripPageProps): VNode {
  const { readable, refused } = props;
  const { members, mayPlan, trip } = readable;
  return (
    <Card title="Rombongan">
      <div class="card-body">
        <Facts
          lines={members.map(({ name, rank, position, office, role }) => [
            role === 'leader' ? `${name} (memimpin)` : name,
            [rank, position, office].filter(Boolean).join(', ') || '—',
          ])}
        />
        {members.length === 0 && <p class="text-secondary mb-0">Belum ada nama.</p>}
      </div>
      {mayPlan && (
        <PageForm class="card-body prose" action={addressOf(props, 'rombongan')} version={trip.version} asks>
          <PartyText refused={refused?.form === 'rombongan' ? refused : null} members={members} />
          <LookAtList />
          <button class="btn btn-primary" type="submit">
            Simpan rombongan
          </button>
        </PageForm>
      )}
    </Card>
  );
}

/** The party as it stands, or as it was sent, with what was understood of it. */
function PartyText({
  refused,
  members,
}: Pick<TripPageProps, 'refused'> & Pick<ReadableTrip, 'members'>): VNode {
  const text = {
    name: 'tempel',
    label: 'Ubah rombongan',
    hint: 'Satu orang satu baris; dapat ditempel dari Excel, Word, atau WhatsApp. Yang pertama memimpin. NIP yang sudah tersimpan tidak ditampilkan dan tetap tersimpan. Berlaku untuk semua singgah yang masih dapat diubah.',
    rows: Math.max(4, members.length + 2),
    faults: refused?.faults ?? null,
    optional: true,
  };
  if (!refused) return <PastedText {...text} value={linesOf(members)} />;
  return <PastedField {...text} value={typed(refused.sent, 'tempel')} list={pastedParty(refused.sent)} />;
}

function EndCard(props: TripPageProps): VNode | null {
  const { readable, refused } = props;
  const isRefused = refused?.form === 'batal';
  const ending = readable.legs.filter(({ mayCallOff }) => mayCallOff);
  if (ending.length === 0 && !isRefused) return null;
  const sent = isRefused ? refused.sent : undefined;
  const faults = isRefused ? refused.faults : null;
  const ticked = sent ? [sent['singgah']].flat() : null;
  return (
    <Card title="Batalkan perjalanan">
      <PageForm
        class="card-body prose"
        action={addressOf(props, 'batal')}
        version={readable.trip.version}
        asks
      >
        <Group legend="Singgah yang dibatalkan">
          {ending.map(({ visit }) => (
            <Check
              key={visit.id}
              name="singgah"
              scope={visit.id}
              value={visit.id}
              label={visit.hostUnitName}
              checked={ticked === null || ticked.includes(visit.id)}
              faults={null}
            />
          ))}
        </Group>
        <TextArea
          name="reason"
          label="Alasan pembatalan"
          hint="Dibaca oleh tuan rumah dan Kanwil, dan tersimpan dalam riwayat."
          rows={3}
          maxLength={2000}
          value={typed(sent, 'reason')}
          faults={faults}
        />
        <button class="btn btn-danger" type="submit">
          Batalkan yang dicentang
        </button>
      </PageForm>
    </Card>
  );
}
