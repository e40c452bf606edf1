import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Check, Field, NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import { shownEmail } from '../../platform/text/shown-email.js';
import type { ErasureGround } from '../domain/erasure.js';
import type { ErasureLine } from '../queries/list-erasures.js';
import type { Known } from '../use-cases/known-people.js';

const PATH = '/pengelolaan/data-pribadi';

const groundWords: Readonly<Record<ErasureGround, string>> = {
  account: 'diminta pemilik akun',
  link: 'diminta lewat tautan pribadi',
  letter: 'permohonan tertulis',
  restored: 'dihapus lagi setelah cadangan dipulihkan',
};

interface PersonalDataPageProps {
  actor: Actor;
  query: { surel?: string | undefined; cursor?: string | undefined; info?: string | undefined };
  /** Those that were looked for; null where nobody was. */
  people: readonly Known[] | null;
  page: Page<ErasureLine>;
  refused: { sent: SentForm | undefined; faults: FormFaults } | null;
}

/** What an administrator does for those who ask by letter, and what was erased. */
export function PersonalDataPage({ actor, query, people, page, refused }: PersonalDataPageProps): VNode {
  const chosen = { surel: query.surel, cursor: query.cursor };
  return (
    <Layout title="Data pribadi" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Data pribadi"
        lead="Salinan dan penghapusan bagi yang memintanya dengan surat (UU 27/2022)."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {query.info === 'dihapus' && (
        <NoticeAlert>Penghapusan dimulai. Kemajuannya tampak di bawah.</NoticeAlert>
      )}
      <SearchCard address={query.surel ?? ''} />
      {people?.length === 0 && (
        <Card title="Tidak ditemukan">
          <p class="card-body mb-0">Tidak ada akun atau peserta dengan alamat itu.</p>
        </Card>
      )}
      {people?.map((known, index) => (
        <KnownCard
          key={known.person.personId ?? known.person.participantId}
          known={known}
          scope={`orang${index}`}
          refused={refused}
        />
      ))}
      <Card title="Penghapusan">
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((line) => (
              <ErasureRow key={line.id} line={line} actor={actor} />
            ))}
          </ul>
        ) : (
          <Empty icon="people" title="Belum ada">
            Belum ada data yang dihapus.
          </Empty>
        )}
        <Paging
          label="Halaman penghapusan"
          path={PATH}
          chosen={chosen}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Lebih lama"
        />
      </Card>
    </Layout>
  );
}

function SearchCard({ address }: { address: string }): VNode {
  return (
    <Card title="Cari orangnya">
      <form class="card-body" method="get" action={PATH}>
        <Field
          name="surel"
          label="Alamat surel"
          type="email"
          value={address}
          maxLength={254}
          hint="Yang tidak mempunyai alamat surel dihapus dari halamannya sendiri, lewat tautan pribadinya."
          faults={null}
        />
        <button class="btn" type="submit">
          Cari
        </button>
      </form>
    </Card>
  );
}

interface KnownCardProps {
  known: Known;
  scope: string;
  refused: PersonalDataPageProps['refused'];
}

function KnownCard({ known: { person, standing }, scope, refused }: KnownCardProps): VNode {
  const { personId, participantId, name, email, reference } = person;
  const whose = personId === null ? `peserta=${participantId ?? ''}` : `akun=${personId}`;
  const { faults = null, sent } = refused ?? {};
  const promises = standing.openPromises > 0 && ` · ${standing.openPromises} tindak lanjut terbuka`;
  return (
    <Card title={name}>
      <div class="card-body">
        <p>
          {personId === null ? `Peserta (${reference ?? ''})` : 'Akun'}
          {email !== null && ` · ${shownEmail(email)}`} · {standing.visits} kunjungan, {standing.visitsAhead}{' '}
          di antaranya akan datang{promises}
          {standing.isLastOfItsRole && ' · satu-satunya dengan peran ini di tempat tugasnya'}
        </p>
        <a class="btn me-2 mb-3" href={`${PATH}/salinan?${whose}&format=pdf`} download>
          Salinan PDF
        </a>
        <a class="btn mb-3" href={`${PATH}/salinan?${whose}&format=json`} download>
          Salinan JSON
        </a>
        <PageForm class="prose" action={PATH} about={whose}>
          <RefusalAlert faults={faults} />
          <input
            type="hidden"
            name={personId === null ? 'peserta' : 'akun'}
            value={personId ?? participantId ?? ''}
          />
          <Field
            name="reason"
            scope={scope}
            label="Nomor surat, dan cara memastikan pemohonnya"
            maxLength={500}
            value={typed(sent, 'reason')}
            faults={faults}
          />
          <DateField
            name="letterOn"
            scope={scope}
            label="Tanggal surat"
            value={typed(sent, 'letterOn')}
            faults={faults}
          />
          <Check
            name="setuju"
            scope={scope}
            label="Data orang ini dihapus untuk selamanya."
            value="ya"
            checked={false}
            faults={faults}
          />
          <button class="btn btn-danger" type="submit">
            Hapus datanya
          </button>
        </PageForm>
      </div>
    </Card>
  );
}

function ErasureRow({ line, actor }: { line: ErasureLine; actor: Actor }): VNode {
  const { askedAt, ground, reason, letterOn, enteredByName, places, passed, changed, doneAt } = line;
  return (
    <li class="list-group-item">
      <div class="fw-medium">
        {formatMoment(askedAt, actor.timeZone)} · {groundWords[ground]}
        {enteredByName !== null && `, dicatat ${enteredByName}`}
      </div>
      <div class="text-secondary">
        {reason && `${reason}${letterOn === null ? '' : `, ${letterOn.split('-').reverse().join('-')}`} · `}
        {places} keikutsertaan ·{' '}
        {doneAt === null
          ? `berjalan: ${passed} tabel selesai`
          : `selesai ${formatMoment(doneAt, actor.timeZone)}, ${changed} catatan diubah`}
      </div>
      <a href={`${PATH}/${line.id}`}>Berkas yang perlu diperiksa UPT</a>
    </li>
  );
}
