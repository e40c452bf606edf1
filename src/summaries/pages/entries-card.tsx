import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { PlainText } from '../../platform/pages/free-text.js';
import type { FormFaults, SentForm } from '../../platform/pages/forms.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ShownEntry } from '../../visit-days/index.js';
import { MOST_ENTRIES } from '../domain/summary.js';
import type { SummaryViewFacts } from './show-summary.js';
import { thumbnailSize } from './told-summary.js';
import { tickedEntries } from './summary-form.js';

interface EntriesProps {
  view: SummaryViewFacts;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** What was noted and photographed on the day, to be taken into the summary by a tick: nobody types it twice. */
export function EntriesCard({ view: { visit, draft, entries }, sent, faults }: EntriesProps): VNode | null {
  if (entries.length === 0) return null;
  const ticked = (sent && tickedEntries(sent)) ?? draft?.entries ?? [];
  const outgoing = entries.filter(({ isPublic }) => isPublic);
  const fault = faults?.fields['entries'];
  return (
    <section class="card mb-3" id="catatan-dan-foto">
      <div class="card-header">
        <h2 class="card-title">Catatan dan foto hari kunjungan</h2>
      </div>
      <div class="card-body pb-2">
        <input type="hidden" name="entries" value="" />
        <p class="mb-1" id="entries-hint">
          Centang yang dimasukkan ke ringkasan. Yang tidak dicentang tidak dikirim; nomor telepon, alamat
          surel, dan NIP di dalamnya tidak ikut.
        </p>
        {fault && (
          <p class="text-danger mb-1" id="entries-fault">
            {fault}
          </p>
        )}
      </div>
      <ul class="list-group list-group-flush">
        {entries.map((entry) => (
          <li class="list-group-item" key={entry.id}>
            {entry.isPublic ? (
              <Offered entry={entry} zone={visit.timeZone} isTicked={ticked.includes(entry.id)} />
            ) : (
              <Waiting entry={entry} zone={visit.timeZone} />
            )}
          </li>
        ))}
      </ul>
      <div class="card-body border-top btn-list">
        {outgoing.some(({ chosen }) => chosen) && (
          <button class="btn" type="submit" name="aksi" value="pilihan">
            Masukkan foto pilihan album
          </button>
        )}
        {outgoing.length > 1 && (
          <button class="btn" type="submit" name="aksi" value="semua">
            {outgoing.length > MOST_ENTRIES ? `Masukkan ${MOST_ENTRIES} yang pertama` : 'Masukkan semuanya'}
          </button>
        )}
        <a class="btn" href={`/kunjungan/${visit.id}/foto`}>
          Atur foto di album
        </a>
      </div>
    </section>
  );
}

interface EntryProps {
  entry: ShownEntry;
  /** The host's. */
  zone: Zone;
}

function Offered({ entry, zone, isTicked }: EntryProps & { isTicked: boolean }): VNode {
  return (
    <label class="form-check mb-0 summary-entry">
      <input
        class="form-check-input"
        type="checkbox"
        name="entries"
        id={`entries-${entry.id}`}
        value={entry.id}
        checked={isTicked}
        aria-describedby="entries-hint"
      />
      <span class="form-check-label">
        <span class="fw-medium d-block">
          Masukkan {entry.kind === 'photo' ? 'foto' : 'catatan'} dari {entry.authorName}
        </span>
        <EntryWords entry={entry} zone={zone} />
      </span>
    </label>
  );
}

/** A photo that may not go out yet; the button saves all that was written along with it. */
function Waiting({ entry, zone }: EntryProps): VNode {
  return (
    <>
      <div class="fw-medium">Foto dari {entry.authorName} belum boleh keluar</div>
      <EntryWords entry={entry} zone={zone} />
      <p class="text-secondary mb-2">
        {entry.cleared ? 'Menunggu izin kepala LPKA.' : 'Belum dinyatakan bebas wajah dan nama warga binaan.'}
      </p>
      {entry.mayClear && (
        <button class="btn summary-clear" type="submit" name="aksi" value={`izin:${entry.id}`}>
          <Icon name="check" />
          {entry.mayClear === 'head'
            ? 'Izinkan dan masukkan foto ini'
            : 'Tidak memuat wajah atau nama warga binaan; masukkan'}
        </button>
      )}
    </>
  );
}

function EntryWords({ entry, zone }: EntryProps): VNode {
  return (
    <>
      {entry.kind === 'photo' && (
        <img
          class="img-fluid rounded d-block my-1"
          src={`/kunjungan/${entry.visitId}/entri/${entry.id}/kecil`}
          alt={entry.text || `Foto dari ${entry.authorName}`}
          loading="lazy"
          {...thumbnailSize(entry)}
        />
      )}
      {entry.text && (
        <span class="d-block">
          <PlainText text={entry.text} />
        </span>
      )}
      <span class="d-block text-secondary">
        {formatMoment(entry.enteredAt, zone)}
        {entry.late && ' · menyusul'}
        {entry.chosen && ' · foto pilihan'}
      </span>
    </>
  );
}
