import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { wasThere } from '../../visits/index.js';
import { FIELD } from '../domain/signature.js';
import type { AttendanceSheet } from '../use-cases/read-attendance-sheet.js';
import { SignatureDrawing } from './signature-drawing.js';

interface SigningListPageProps {
  actor: Actor;
  sheet: AttendanceSheet;
}

/** Who is there, to be handed the tablet one after another. */
export function SigningListPage({ actor, sheet }: SigningListPageProps): VNode {
  const { visit, participants, signatures } = sheet;
  const there = participants.filter(({ attendance }) => wasThere(attendance));
  return (
    <Layout
      title="Tanda tangan daftar hadir"
      actor={actor}
      path="/kunjungan"
      narrow
      styles={['check-in/pages/door.css']}
    >
      <PageHeading
        title="Tanda tangan daftar hadir"
        lead="Pilih nama, lalu serahkan tablet kepada orangnya."
        back={[`/kunjungan/${visit.id}/daftar-hadir`, 'Daftar hadir']}
      />
      <Card title={`Hadir (${there.length})`}>
        {there.length === 0 && (
          <Empty icon="people" title="Belum ada yang hadir">
            Yang tercatat hadir tampil di sini.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {there.map(({ id, name }) => (
            <li class="list-group-item" key={id}>
              <a class="btn w-100" href={`/kunjungan/${visit.id}/hari-ini/tanda-tangan/${id}`}>
                {signatures.has(id) && <Icon name="check" />}
                {name}
                {signatures.has(id) && ' (sudah)'}
              </a>
            </li>
          ))}
        </ul>
      </Card>
    </Layout>
  );
}

interface SigningPageProps {
  actor: Actor;
  sheet: AttendanceSheet;
  participant: AttendanceSheet['participants'][number];
  faults: FormFaults | null;
}

/** A field to sign in by finger, for one person. */
export function SigningPage({ actor, sheet, participant, faults }: SigningPageProps): VNode {
  const { visit, signatures } = sheet;
  const { id, name } = participant;
  const address = `/kunjungan/${visit.id}/hari-ini/tanda-tangan`;
  const standing = signatures.get(id);
  return (
    <Layout
      title={`Tanda tangan ${name}`}
      actor={actor}
      path="/kunjungan"
      narrow
      styles={['check-in/pages/door.css']}
      scripts={['check-in/pages/browser/signature.js']}
    >
      <PageHeading title={name} lead={visit.title} back={[address, 'Daftar nama']} />
      <RefusalAlert faults={faults} />
      {standing && <SignatureDrawing strokes={standing} name={name} />}
      <PageForm action={`${address}/${id}`} data-signing>
        <p>Tanda tangani di kotak ini dengan jari.</p>
        <canvas
          class="signature-field"
          width={FIELD.width}
          height={FIELD.height}
          role="img"
          aria-label={`Kotak tanda tangan ${name}`}
        />
        <input type="hidden" name="strokes" value="" />
        <div class="btn-list mt-3">
          <button class="btn btn-primary" type="submit" name="aksi" value="simpan">
            Simpan tanda tangan
          </button>
          <button class="btn" type="button" data-clear hidden>
            Ulangi
          </button>
          {standing && (
            <button class="btn" type="submit" name="aksi" value="hapus">
              Hapus yang tersimpan
            </button>
          )}
        </div>
      </PageForm>
      <noscript>
        <p class="alert alert-info d-block mt-3">
          Peramban ini tidak menjalankan skrip. Mohon cetak daftar hadir, lalu tanda tangani di kertas.
        </p>
      </noscript>
    </Layout>
  );
}
